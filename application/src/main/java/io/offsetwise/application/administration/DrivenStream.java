package io.offsetwise.application.administration;

import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;

/**
 * A stream that a driver may be reading just now.
 *
 * @param stream which one
 * @param presence who drives it
 */
record DrivenStream(StreamName stream, StreamPresence presence) {

  /** Why its positions must not be moved now: one sentence; empty when nobody is seen. */
  Optional<String> objection() {
    return presence.living(stream).stream().findFirst().map(this::objection);
  }

  /**
   * Makes sure that nobody is seen to drive it.
   *
   * @throws StreamStoppedException with reason {@code IMPOSSIBLE}
   */
  void requireNobody() {
    objection()
        .ifPresent(
            objection -> {
              throw new StreamStoppedException(StopReason.IMPOSSIBLE, objection);
            });
  }

  private String objection(LivingDriver driver) {
    return "positions of stream "
        + stream
        + " must not be moved while its job lives: process "
        + driver.pid()
        + " on "
        + driver.host()
        + " has driven it since "
        + driver.since()
        + " and was heard of "
        + driver.silence().toSeconds()
        + " s ago; stop it first, or, if it was killed, wait until it has been silent for "
        + LivingDriver.LONGEST_SILENCE.toSeconds()
        + " s";
  }
}
