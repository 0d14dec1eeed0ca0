package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
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
 * @param ours what the stream wrote beside it, or empty when somebody else has set the offset
 */
record GroupRow(TopicPartition partition, long nextOffset, Optional<RowMetadata> ours) {

  static GroupRow of(TopicPartition partition, OffsetAndMetadata kafkas) {
    return new GroupRow(
        partition, kafkas.offset(), RowMetadata.parse(kafkas.metadata(), partition));
  }

  /** The row of {@code position}, written now under {@code claim}. */
  static GroupRow of(StoredPosition position, ClaimToken claim) {
    return new GroupRow(
        position.topicPartition(),
        position.nextOffset(),
        Optional.of(new RowMetadata(position.epoch(), claim, position.topicId(), Instant.now())));
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
            new StoredPosition(partition, nextOffset, metadata.topicId(), metadata.epoch()));
  }

  /** The position; what somebody else has set counts for the topic that is there now. */
  StoredPosition adopted(TopicId current, Epoch epoch) {
    return position().orElseGet(() -> new StoredPosition(partition, nextOffset, current, epoch));
  }

  /** The same row at another offset, written now. */
  GroupRow movedTo(long offset) {
    return new GroupRow(
        partition,
        offset,
        ours.map(
            before ->
                new RowMetadata(before.epoch(), before.claim(), before.topicId(), Instant.now())));
  }

  OffsetAndMetadata forKafka() {
    return new OffsetAndMetadata(nextOffset, ours.map(RowMetadata::text).orElse(""));
  }
}
