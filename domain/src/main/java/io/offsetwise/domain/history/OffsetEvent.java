package io.offsetwise.domain.history;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.text.Text;
import java.time.Instant;
import java.util.OptionalLong;

/** One thing that has happened to a partition of a stream. */
public sealed interface OffsetEvent {

  /** When it was committed, by the clock of the store. */
  Instant at();

  /** The claim under which it happened. */
  Epoch epoch();

  /** What happened, in a word. */
  String name();

  /** What happened, with its numbers: a part of a sentence that begins with a verb. */
  String describe();

  /** Whether {@code offset} was saved or passed over by it. */
  boolean covers(long offset);

  /**
   * The partition began to be read.
   *
   * @param offset first offset that was due
   */
  record Begun(Instant at, Epoch epoch, long offset) implements OffsetEvent {
    @Override
    public String name() {
      return "begun";
    }

    @Override
    public String describe() {
      return "begun to be read at " + offset;
    }

    @Override
    public boolean covers(long asked) {
      return false;
    }
  }

  /**
   * A range was saved.
   *
   * @param range what was saved
   * @param records number of its records; empty where an older version has saved it
   */
  record Saved(Instant at, Epoch epoch, OffsetRange range, OptionalLong records)
      implements OffsetEvent {
    @Override
    public String name() {
      return "saved";
    }

    @Override
    public String describe() {
      long holes = range.length() - records.orElse(range.length());
      return Text.of(
          "saved in the range [%s, %s)%s",
          range.from(),
          range.until(),
          holes == 0 ? "" : ", " + holes + " of its offsets without a record");
    }

    @Override
    public boolean covers(long asked) {
      return range.contains(asked);
    }
  }

  /**
   * A start went on in a harmful case, because that was accepted.
   *
   * @param gap what was accepted
   */
  record GapAccepted(Instant at, AcceptedGap gap) implements OffsetEvent {
    @Override
    public Epoch epoch() {
      return gap.epoch();
    }

    @Override
    public String name() {
      return "gap";
    }

    @Override
    public String describe() {
      return Text.of(
          "passed over by an accepted start (%s) that went from %s%s",
          gap.startCase().key(),
          gap.stored(),
          gap.resumed().isPresent()
              ? " to " + gap.resumed().getAsLong()
              : " on without the partition");
    }

    @Override
    public boolean covers(long asked) {
      return gap.stored() <= asked && asked < gap.resumed().orElse(gap.stored());
    }
  }

  /**
   * Somebody moved the position.
   *
   * @param reset where from and where to
   */
  record Reset(Instant at, PositionReset reset) implements OffsetEvent {
    @Override
    public Epoch epoch() {
      return reset.epoch();
    }

    @Override
    public String name() {
      return "reset";
    }

    @Override
    public String describe() {
      return Text.of(
          "%s by a reset (%s, by %s) that went from %s to %s",
          direction(),
          reset.option(),
          reset.by(),
          reset.before().isPresent() ? reset.before().getAsLong() : "no position",
          reset.after());
    }

    private String direction() {
      if (reset.before().isEmpty()) {
        return "set";
      }
      return switch (Long.signum(reset.after() - reset.before().getAsLong())) {
        case -1 -> "set back";
        case 0 -> "kept";
        default -> "passed over";
      };
    }

    @Override
    public boolean covers(long asked) {
      return reset.before().orElse(reset.after()) <= asked && asked < reset.after();
    }
  }
}
