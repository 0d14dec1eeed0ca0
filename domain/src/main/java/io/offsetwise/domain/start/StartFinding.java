package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.OptionalLong;

/** What the audit found for one partition at a start. */
public sealed interface StartFinding
    permits StartFinding.Resumed,
        StartFinding.ResumedUnverified,
        StartFinding.FirstRead,
        StartFinding.PartitionAdded,
        StartFinding.Adopted,
        HarmfulFinding {

  /** The partition that this is about. */
  TopicPartition partition();

  /** The next offset to read when the stream goes on; empty when the partition is left out. */
  OptionalLong readFrom();

  /** What is found, with its numbers: one sentence without a full stop. */
  String describe();

  /** The stored position lies inside what the log holds. */
  record Resumed(TopicPartition partition, long position) implements StartFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(position);
    }

    @Override
    public String describe() {
      return partition + " goes on at its stored position " + position;
    }
  }

  /**
   * The stored position lies inside what the log holds, and no leader epoch tells whether the
   * records before it are those that were read.
   */
  record ResumedUnverified(TopicPartition partition, long position) implements StartFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(position);
    }

    @Override
    public String describe() {
      return Text.of(
          "%s goes on at its stored position %s, beside which no leader epoch is kept: whether the"
              + " log was cut and refilled below it cannot be seen",
          partition, position);
    }
  }

  /**
   * The position was set by somebody else, to a place that the stream has reached: nothing is
   * passed over.
   *
   * @param onRecord next offset to read by what is on record of the stream, {@code position} or
   *     more
   * @param position next offset to read, as it was found
   */
  record Adopted(TopicPartition partition, long onRecord, long position) implements StartFinding {

    /** Whether the position is another one than that on record. */
    public boolean isMove() {
      return position != onRecord;
    }

    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(position);
    }

    @Override
    public String describe() {
      return Text.of(
          "%s goes on at %s, which somebody else has set, such as another program or Kafka's own"
              + " tool; by what is on record it stood at %s%s",
          partition,
          position,
          onRecord,
          isMove() ? Text.of(", so that %s offsets are read again", onRecord - position) : " too");
    }
  }

  /** The topic has never been read by this stream. */
  record FirstRead(TopicPartition partition, long position) implements StartFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(position);
    }

    @Override
    public String describe() {
      return partition + " is read for the first time, from " + position;
    }
  }

  /**
   * Other partitions of the topic have been read: this one was added, and is read from its start.
   */
  record PartitionAdded(TopicPartition partition, long earliest) implements StartFinding {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(earliest);
    }

    @Override
    public String describe() {
      return partition + " was added to the topic and is read from its beginning, " + earliest;
    }
  }
}
