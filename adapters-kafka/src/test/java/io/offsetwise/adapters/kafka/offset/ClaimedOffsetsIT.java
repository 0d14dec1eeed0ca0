package io.offsetwise.adapters.kafka.offset;

import static io.offsetwise.adapters.kafka.offset.Jvm.ID;
import static io.offsetwise.adapters.kafka.offset.Jvm.OTHER;
import static io.offsetwise.adapters.kafka.offset.Jvm.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Offsets that a plain client commits for a claim, as the connector's consumer does. */
@Timeout(60)
@ExtendWith(SharedBroker.class)
class ClaimedOffsetsIT {

  private final String name = UUID.randomUUID().toString();
  private final Jvm one;
  private final Jvm other;

  ClaimedOffsetsIT(KafkaConnection connection) {
    one = Jvm.named("one", connection, name);
    other = Jvm.named("other", connection, name);
  }

  @Test
  void theNextClaimsKnowTopicAndEpochOfWhatWasCommitted() {
    for (long epoch = 1; epoch <= 3; epoch++) {
      Epoch claimed = one.begun();
      assertThat(claimed).isEqualTo(new Epoch(epoch));

      commit(claimed(claimed), 100 + epoch);

      StoredPosition committed = new StoredPosition(PARTITION, 100 + epoch, ID, claimed);
      assertThat(one.positions().positions(Jvm.STREAM)).containsEntry(PARTITION, committed);
    }
    Claim last = other.claim();

    assertThat(last.epoch()).isEqualTo(new Epoch(4));
    assertThat(last.positions())
        .containsEntry(PARTITION, new StoredPosition(PARTITION, 103, ID, new Epoch(3)));
  }

  @Test
  void onlyANewerClaimForbidsTheNextCommit() {
    ClaimedOffsets older = claimed(one.begun());
    String ofOlder = older.metadataOf(PARTITION);
    ClaimedOffsets newer = claimed(other.claim().epoch());

    assertThatCode(() -> older.requireNotReplaced(PARTITION, ofOlder)).doesNotThrowAnyException();
    assertThatCode(() -> older.requireNotReplaced(PARTITION, "a tool's"))
        .doesNotThrowAnyException();
    assertThatCode(() -> newer.requireNotReplaced(PARTITION, ofOlder)).doesNotThrowAnyException();
    assertThatThrownBy(() -> older.requireNotReplaced(PARTITION, newer.metadataOf(PARTITION)))
        .isInstanceOfSatisfying(
            StoppedException.class, stop -> assertThat(stop.reason()).isEqualTo(StopReason.FENCED))
        .hasMessageContaining("now belongs to epoch 2");
  }

  @Test
  void withoutAClaimNothingCanBeCommitted() {
    assertThatThrownBy(() -> claimed(new Epoch(1)))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.NOT_INITIALISED))
        .hasMessageContaining(name);
  }

  private ClaimedOffsets claimed(Epoch epoch) {
    return ClaimedOffsets.ofNewestClaim(
        one.group(),
        new SaveContext(
            Jvm.STREAM,
            DeliveryGuarantee.AT_LEAST_ONCE.planFor(OffsetStorage.KAFKA_ASYNC),
            epoch,
            Map.of("a", ID, "b", ID)));
  }

  private void commit(ClaimedOffsets claimed, long offset) {
    KafkasTool.set(
        one.group(), List.of(row(claimed, PARTITION, offset), row(claimed, OTHER, offset)));
  }

  private static GroupRow row(ClaimedOffsets claimed, TopicPartition partition, long offset) {
    return GroupRow.of(partition, new OffsetAndMetadata(offset, claimed.metadataOf(partition)));
  }
}
