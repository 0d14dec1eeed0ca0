package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaLeaderEpoch;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * One committed offset of a group.
 *
 * @param partition whose offset
 * @param nextOffset next offset to read
 * @param leaderEpoch of the last record before it; Kafka keeps it beside the offset
 * @param ours what the stream wrote beside it, or empty when somebody else has set the offset
 */
record GroupRow(
    TopicPartition partition,
    long nextOffset,
    LeaderEpoch leaderEpoch,
    Optional<RowMetadata> ours) {

  static GroupRow of(TopicPartition partition, OffsetAndMetadata kafkas) {
    return new GroupRow(
        partition,
        kafkas.offset(),
        KafkaLeaderEpoch.ours(kafkas.leaderEpoch()),
        RowMetadata.parse(kafkas.metadata(), partition));
  }

  /** The row of {@code position}, written now under {@code claim} of {@code stream}. */
  static GroupRow of(StoredPosition position, ClaimToken claim, StreamName stream) {
    return new GroupRow(
        position.topicPartition(),
        position.nextOffset(),
        position.leaderEpoch(),
        Optional.of(
            new RowMetadata(
                position.epoch(), claim, position.topicId(), Instant.now(), Optional.of(stream))));
  }

  Optional<Epoch> epoch() {
    return ours.map(RowMetadata::epoch);
  }

  boolean isOf(ClaimToken claim) {
    return ours.filter(metadata -> metadata.claim().equals(claim)).isPresent();
  }

  /** The position, if the stream itself has written it. */
  Optional<StoredPosition> position() {
    return ours.map(
        metadata ->
            new StoredPosition(
                partition, nextOffset, metadata.topicId(), metadata.epoch(), leaderEpoch));
  }

  /** The position; what somebody else has set counts for the topic that is there now. */
  StoredPosition adopted(TopicId current, Epoch epoch) {
    return position()
        .orElseGet(() -> new StoredPosition(partition, nextOffset, current, epoch, leaderEpoch));
  }

  /** The same row after more records, the last of which has {@code lastEpoch}, written now. */
  GroupRow movedTo(long offset, LeaderEpoch lastEpoch) {
    return new GroupRow(
        partition,
        offset,
        lastEpoch,
        ours.map(
            before ->
                new RowMetadata(
                    before.epoch(),
                    before.claim(),
                    before.topicId(),
                    Instant.now(),
                    before.stream())));
  }

  OffsetAndMetadata forKafka() {
    return new OffsetAndMetadata(
        nextOffset, KafkaLeaderEpoch.kafkas(leaderEpoch), ours.map(RowMetadata::text).orElse(""));
  }
}
