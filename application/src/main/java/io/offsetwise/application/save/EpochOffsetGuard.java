package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Continuity;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import java.util.List;
import java.util.Objects;

/**
 * The guard of the product: compare-and-set on position, topic id and epoch, demanded row by row; a
 * row that does not move is explained after a fresh read.
 */
public final class EpochOffsetGuard implements OffsetGuard {

  private final SaveContext context;

  /** Guards the positions of {@code context}'s stream under its claim. */
  public EpochOffsetGuard(SaveContext context) {
    this.context = Objects.requireNonNull(context, "context");
  }

  @Override
  public CommitDecision advance(GuardedOffsets offsets, List<OffsetRange> ranges) {
    List<OffsetRange> unmoved = offsets.advanceAll(ranges, context::claimedIdOf, context.epoch());
    for (OffsetRange range : unmoved) {
      requireAlreadyApplied(offsets, range, context.claimedIdOf(range.topicPartition().topic()));
    }
    int applied = unmoved.size();
    if (applied > 0 && applied < ranges.size()) {
      throw StopReason.OUT_OF_ORDER.because(
          "%s of the %s ranges %s were saved before and the others were not: the batch was probably"
              + " saved by parts; start the stream again from its stored positions",
          applied, ranges.size(), ranges);
    }
    return applied == 0 ? CommitDecision.COMMIT : CommitDecision.ROLL_BACK;
  }

  private void requireAlreadyApplied(GuardedOffsets offsets, OffsetRange range, TopicId topicId) {
    StoredPosition stored =
        offsets.read(range.topicPartition()).orElseThrow(() -> notInitialised(range));
    if (!stored.epoch().equals(context.epoch())) {
      throw fenced(range, stored);
    }
    if (!stored.topicId().equals(topicId)) {
      throw recreated(range, stored, topicId);
    }
    Continuity continuity = range.continuityFrom(stored.nextOffset());
    if (continuity != Continuity.ALREADY_APPLIED) {
      throw outOfOrder(range, stored, continuity);
    }
  }

  private StoppedException notInitialised(OffsetRange range) {
    return StopReason.NOT_INITIALISED.because(
        "no position of %s is stored for stream %s: its row was probably deleted while the stream"
            + " ran; start the stream again",
        range.topicPartition(), context.stream());
  }

  private StoppedException fenced(OffsetRange range, StoredPosition stored) {
    return StopReason.FENCED.because(
        "stream %s was claimed under epoch %s but %s now belongs to epoch %s: another driver has"
            + " taken over this stream; nothing of %s was saved here",
        context.stream(), context.epoch(), range.topicPartition(), stored.epoch(), range);
  }

  private static StoppedException recreated(
      OffsetRange range, StoredPosition stored, TopicId topicId) {
    return StopReason.TOPIC_RECREATED.because(
        "the stored position of %s belongs to the topic with id %s but the batch was read from id"
            + " %s: the topic was probably deleted and created again",
        range.topicPartition(), stored.topicId(), topicId);
  }

  private static StoppedException outOfOrder(
      OffsetRange range, StoredPosition stored, Continuity continuity) {
    String probably =
        switch (continuity) {
          case GAP -> "an earlier batch has probably failed; start the stream again";
          case OVERLAP, BEHIND ->
              "another writer has probably moved this position; look for a"
                  + " second driver or a manual reset";
          case IN_ORDER, ALREADY_APPLIED ->
              "the row changed between write and read, probably by a" + " writer without a guard";
        };
    return StopReason.OUT_OF_ORDER.because(
        "stored position of %s is %s but the batch is [%s, %s): %s",
        range.topicPartition(), stored.nextOffset(), range.from(), range.until(), probably);
  }
}
