package io.offsetwise.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that go from driver to executors arrive as they left. */
class TravellingValuesTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);

  @ParameterizedTest
  @MethodSource("values")
  void arriveAsTheyLeft(Object value) throws Exception {
    assertThat(travel(value)).isEqualTo(value).hasSameHashCodeAs(value);
  }

  private static Stream<Object> values() {
    return Stream.of(
        PARTITION,
        new TopicId("id"),
        new Epoch(3),
        new StreamName("wallet"),
        new OffsetRange(PARTITION, 1, 2),
        BatchRanges.of(new OffsetRange(PARTITION, 1, 2)),
        Positions.of(Map.of(PARTITION, 4L)),
        new StoredPosition(PARTITION, 4, new TopicId("id"), new Epoch(1)),
        new StoredPosition(PARTITION, 4, new TopicId("id"), new Epoch(1), new LeaderEpoch.Known(2)),
        DeliveryGuarantee.AT_MOST_ONCE.plan(),
        DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan().commits().get(0));
  }

  private static Object travel(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
