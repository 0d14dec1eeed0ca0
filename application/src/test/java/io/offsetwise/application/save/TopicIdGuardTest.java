package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicIdGuardTest {

  private static final OffsetRange A0 = range("a", 0);
  private static final OffsetRange B0 = range("b", 0);
  private static final OffsetRange B1 = range("b", 1);

  private final FakeLog log = new FakeLog();
  private TopicGuard guard;

  @BeforeEach
  void claim() {
    log.create("a", 1);
    log.create("b", 2);
    SaveContext context =
        new SaveContext(
            new StreamName("wallet"),
            DeliveryGuarantee.AT_LEAST_ONCE.plan(),
            new Epoch(1),
            Map.of("a", log.idOf("a"), "b", log.idOf("b")));
    guard = new TopicIdGuard(context, log);
  }

  @Test
  void letsPassWhatIsTheSameTopic() {
    log.addPartition("b");

    assertThatCode(() -> guard.requireSameTopics(List.of(A0, B0, B1))).doesNotThrowAnyException();
  }

  @Test
  void stopsWhenATopicWasCreatedAgain() {
    log.recreate("b", 2);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.requireSameTopics(List.of(A0, B0, B1)))
        .withMessage(
            "topic b was claimed with id topic-id-2 but now has id topic-id-3: it was deleted and"
                + " created again while the stream ran; the batch is not saved")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.TOPIC_RECREATED);
  }

  @Test
  void asksOnlyForTheTopicsOfTheRanges() {
    log.recreate("b", 2);

    assertThatCode(() -> guard.requireSameTopics(List.of(A0))).doesNotThrowAnyException();
  }

  @Test
  void stopsWhenATopicIsGoneOrTheBrokerIsSilent() {
    log.delete("b");
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.requireSameTopics(List.of(B0)))
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.UNAVAILABLE);

    log.disconnect();
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.requireSameTopics(List.of(A0)))
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.UNAVAILABLE);
  }

  @Test
  void stopsForATopicThatWasNotClaimed() {
    log.create("c", 1);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.requireSameTopics(List.of(range("c", 0))))
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.NOT_INITIALISED);
  }

  private static OffsetRange range(String topic, int partition) {
    return new OffsetRange(new TopicPartition(topic, partition), 0, 1);
  }
}
