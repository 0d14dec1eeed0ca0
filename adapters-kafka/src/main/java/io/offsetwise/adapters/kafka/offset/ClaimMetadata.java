package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;

/**
 * What stands beside the offsets of a claim when somebody else commits them for the stream: the
 * same as beside those that it commits itself, so that the next claim knows the epoch and the topic
 * that each of them belongs to. Used on the driver; thread-safe.
 */
public final class ClaimMetadata {

  private final SaveContext context;
  private final ClaimToken claim;

  private ClaimMetadata(SaveContext context, ClaimToken claim) {
    this.context = context;
    this.claim = claim;
  }

  /**
   * The metadata of the newest claim of {@code group}.
   *
   * @param context of the stream that has just made this claim
   * @throws StreamStoppedException with reason {@code NOT_INITIALISED} when there is no claim,
   *     {@code UNAVAILABLE} when Kafka cannot be reached
   */
  public static ClaimMetadata ofNewestClaim(KafkaGroup group, SaveContext context) {
    return new ClaimMetadata(
        context, Claims.of(group).newest().orElseThrow(() -> notClaimed(group, context)));
  }

  /**
   * The text beside an offset of {@code partition} that is committed now.
   *
   * @throws StreamStoppedException with reason {@code NOT_INITIALISED} when its topic was not part
   *     of the claim
   */
  public String of(TopicPartition partition) {
    return new RowMetadata(
            context.epoch(), claim, context.claimedIdOf(partition.topic()), Instant.now())
        .text();
  }

  private static StreamStoppedException notClaimed(KafkaGroup group, SaveContext context) {
    return new StreamStoppedException(
        StopReason.NOT_INITIALISED,
        "group "
            + group.name()
            + " has no claim although stream "
            + context.stream()
            + " was claimed under epoch "
            + context.epoch()
            + ": its transactional id "
            + group.claimId()
            + " was probably removed from the broker; start the stream again");
  }
}
