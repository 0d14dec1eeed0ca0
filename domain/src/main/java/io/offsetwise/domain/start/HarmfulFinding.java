package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.OptionalLong;

/** A finding that would silently lose or repeat records; it stops the start unless accepted. */
public sealed interface HarmfulFinding extends StartFinding
    permits HarmfulFinding.RetentionLoss,
        HarmfulFinding.BeyondEnd,
        HarmfulFinding.PartitionMissing,
        HarmfulFinding.PositionLost,
        HarmfulFinding.LogTruncated,
        RecreatedTopic,
        UnexplainedPosition {

  /** The next offset to read that was stored or given, 0 or more. */
  long stored();

  /** The case that must be accepted before the stream may go on. */
  StartCase startCase();

  /** Records between the stored position and the log's start were deleted before they were read. */
  record RetentionLoss(TopicPartition partition, long stored, RetainedRange retained)
      implements HarmfulFinding {

    /** Number of offsets that can no longer be read. */
    public long lostOffsets() {
      return retained.earliest() - stored;
    }

    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(retained.earliest());
    }

    @Override
    public StartCase startCase() {
      return StartCase.RETENTION_LOSS;
    }

    @Override
    public String describe() {
      return Text.of(
          "position of %s is %s but the log starts at %s: retention has probably deleted %s unread"
              + " offsets",
          partition, stored, retained.earliest(), lostOffsets());
    }
  }

  /** The stored position is larger than the log's end. */
  record BeyondEnd(TopicPartition partition, long stored, RetainedRange retained)
      implements HarmfulFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(retained.end());
    }

    @Override
    public StartCase startCase() {
      return StartCase.POSITION_BEYOND_END;
    }

    @Override
    public String describe() {
      return Text.of(
          "position of %s is %s but the log ends at %s: the log was probably truncated, or the"
              + " position was moved by hand",
          partition, stored, retained.end());
    }
  }

  /** A position is stored for a partition that the log does not have. */
  record PartitionMissing(TopicPartition partition, long stored) implements HarmfulFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.empty();
    }

    @Override
    public StartCase startCase() {
      return StartCase.PARTITION_MISSING;
    }

    @Override
    public String describe() {
      return Text.of(
          """
          position %s is stored for %s but the log has no such partition: the topic was probably \
          created again with fewer partitions, or the stream is connected to another cluster""",
          stored, partition);
    }
  }

  /**
   * The partition was begun, but no position of it is stored. How far it has come is not known;
   * {@code stored} is where it began.
   *
   * @param stored offset at which it began, 0 or more
   * @param again offset at which it begins again when that is accepted
   */
  record PositionLost(TopicPartition partition, long stored, long again) implements HarmfulFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(again);
    }

    @Override
    public StartCase startCase() {
      return StartCase.POSITION_LOST;
    }

    @Override
    public String describe() {
      return Text.of(
          "%s was begun at %s but no position of it is stored: the group's offsets have probably"
              + " expired, or somebody has deleted them",
          partition, stored);
    }
  }

  /**
   * The position lies in the log, but behind the end of its leader epoch: the log was cut there and
   * other records were appended under the same offsets.
   *
   * @param leaderEpoch of the last record that was read
   * @param divergent end of that epoch in the log, below {@code stored}; empty when the log knows
   *     neither the epoch nor a later one
   */
  record LogTruncated(
      TopicPartition partition,
      long stored,
      LeaderEpoch leaderEpoch,
      OptionalLong divergent,
      RetainedRange retained)
      implements HarmfulFinding {

    /** Everything under which other records may lie now is read; what was saved of them stays. */
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(retained.clamp(divergent.orElse(retained.earliest())));
    }

    @Override
    public StartCase startCase() {
      return StartCase.LOG_TRUNCATED;
    }

    @Override
    public String describe() {
      return Text.of(
          "position of %s is %s after a record of leader epoch %s but %s: the log was probably cut"
              + " and refilled, by an unclean leader election or from an older copy of a disk",
          partition, stored, leaderEpoch, whatTheLogTells());
    }

    private String whatTheLogTells() {
      return divergent.isPresent()
          ? Text.of(
              "that epoch ends at %s in the log, which goes on to %s",
              divergent.getAsLong(), retained.end())
          : Text.of(
              "the log, which goes on to %s, knows no leader epoch as late, so that nothing in it"
                  + " is known to be what was read",
              retained.end());
    }
  }
}
