package io.offsetwise.bootstrap.laboratory.halt;

import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A planned halt that has happened.
 *
 * @param at when
 * @param inFlight what was being saved, sorted, none empty
 */
public record Halt(Instant at, List<OffsetRange> inFlight) {

  /** The exit code of a process that was halted; what a shell reports of a kill, too. */
  public static final int EXIT_CODE = 137;

  public Halt {
    inFlight = List.copyOf(inFlight);
  }

  /** Leaves a marker of a halt that comes now, or of whatever else ends a save half-way. */
  public static void mark(Path marker, FailurePoint point, List<OffsetRange> inFlight) {
    HaltMarker.file(marker).write(HaltMarker.of(point, inFlight));
  }

  /** The halt that has left this marker; empty when there is none. */
  public static Optional<Halt> readFrom(Path marker) {
    return HaltMarker.file(marker).read().map(HaltMarker::halt);
  }
}
