package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.Optional;

/**
 * The offsets of a claim that somebody else commits for the stream, without its locks: what is to
 * stand beside them, so that the next claim knows their epoch and topic, and whether they may still
 * be committed. Used on the driver; thread-safe.
 */
public final class ClaimedOffsets {

  private final KafkaGroup group;
  private final SaveContext context;
  private final ClaimToken claim;

  private ClaimedOffsets(KafkaGroup group, SaveContext context, ClaimToken claim) {
    this.group = group;
    this.context = context;
    this.claim = claim;
  }

  /**
   * The offsets of the newest claim of {@code group}.
   *
   * @param context of the stream that has just made this claim
   * @throws StoppedException with reason {@code NOT_INITIALISED} when there is no claim, {@code
   *     UNAVAILABLE} when Kafka cannot be reached
   */
  public static ClaimedOffsets ofNewestClaim(KafkaGroup group, SaveContext context) {
    return new ClaimedOffsets(
        group, context, Claims.of(group).newest().orElseThrow(() -> notClaimed(group, context)));
  }

  /**
   * The text beside an offset of {@code partition} that is committed now: the same as beside those
   * that the stream commits itself.
   *
   * @throws StoppedException with reason {@code NOT_INITIALISED} when its topic was not part of the
   *     claim
   */
  public String metadataOf(TopicPartition partition) {
    return new RowMetadata(
            context.epoch(),
            claim,
            context.claimedIdOf(partition.topic()),
            Instant.now(),
            Optional.of(context.stream()))
        .text();
  }

  /**
   * Looks whether a newer claim has written an offset of the group. No lock: the newer one may come
   * right after the look.
   *
   * @param partition whose offset
   * @param metadata what was found beside it
   * @throws StoppedException with reason {@code FENCED} when it has, {@code SCHEMA_VERSION} when
   *     another version of this program has written it
   */
  public void requireNotReplaced(TopicPartition partition, String metadata) {
    RowMetadata.parse(metadata, partition)
        .map(RowMetadata::epoch)
        .filter(epoch -> epoch.number() > context.epoch().number())
        .ifPresent(
            newer -> {
              throw replaced(newer);
            });
  }

  private StoppedException replaced(Epoch newer) {
    return StopReason.FENCED.because(
        "stream %s was claimed under epoch %s but group %s now belongs to epoch %s: another driver"
            + " has probably taken over this stream; nothing more is committed here",
        context.stream(), context.epoch(), group.name(), newer);
  }

  private static StoppedException notClaimed(KafkaGroup group, SaveContext context) {
    return StopReason.NOT_INITIALISED.because(
        "group %s has no claim although stream %s was claimed under epoch %s: its transactional id"
            + " %s was probably removed from the broker; start the stream again",
        group.name(), context.stream(), context.epoch(), group.claimId());
  }
}
