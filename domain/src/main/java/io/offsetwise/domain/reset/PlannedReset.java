package io.offsetwise.domain.reset;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The new position of one partition, and what comes of it.
 *
 * @param before the partition as it is
 * @param requested the offset that was asked for
 * @param after next offset to read
 */
public record PlannedReset(ResettablePartition before, long requested, long after) {

  public PlannedReset {
    Objects.requireNonNull(before, "before");
  }

  /** The partition. */
  public TopicPartition partition() {
    return before.partition();
  }

  /** Whether the stored position is another one afterwards. */
  public boolean isChange() {
    return !before.position().equals(OptionalLong.of(after));
  }

  /** New minus old position; empty when there was no old one. */
  public OptionalLong difference() {
    OptionalLong position = before.position();
    return position.isPresent() ? OptionalLong.of(after - position.getAsLong()) : position;
  }

  /** Number of offsets that were read and will be read again. */
  public long readAgain() {
    return Math.max(0, before.readFrom().orElse(after) - reachable());
  }

  /** Number of offsets, of those that the log holds, that the position goes forward over. */
  public long passedOver() {
    return Math.max(0, reachable() - before.readFrom().orElse(after));
  }

  private long reachable() {
    return before.readable().clamp(after);
  }

  /** What somebody should know of it, with the numbers: sentences without a full stop. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (after != requested) {
      warnings.add(clamped());
    } else if (after != before.readable().clamp(after)) {
      warnings.add(
          Text.of(
              "%s stays at %s although the log holds %s: a start will refuse it",
              partition(), after, log()));
    }
    if (isChange()) {
      before
          .harm()
          .map(harm -> harm.describe() + "; this is accepted and kept on record")
          .ifPresent(warnings::add);
    }
    return warnings;
  }

  private String clamped() {
    return Text.of(
        "offset %s of %s%s what the log holds, %s: it is set to %s",
        requested, partition(), requested < after ? " lies before" : " lies beyond", log(), after);
  }

  private String log() {
    RetainedRange readable = before.readable();
    return "[" + readable.earliest() + ", " + readable.end() + ")";
  }

  /** The row that a store keeps afterwards. */
  public StoredPosition stored(Epoch epoch) {
    return new StoredPosition(partition(), after, before.inLog().topicId(), epoch);
  }

  /**
   * The record of it.
   *
   * @param option what was asked for
   * @param by who asked
   */
  public PositionReset record(String option, String by, Epoch epoch) {
    return new PositionReset(partition(), before.readFrom(), after, option, by, epoch);
  }
}
