package io.offsetwise.application.administration;

import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.text.Text;
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
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireNobody() {
    objection()
        .ifPresent(
            objection -> {
              throw StopReason.IMPOSSIBLE.because("%s", objection);
            });
  }

  private String objection(LivingDriver driver) {
    return Text.of(
        """
        positions of stream %s must not be moved while its job lives: process %s on %s has driven \
        it since %s and was heard of %s s ago; stop it first, or, if it was killed, wait until it \
        has been silent for %s s""",
        stream,
        driver.pid(),
        driver.host(),
        driver.since(),
        driver.silence().toSeconds(),
        LivingDriver.LONGEST_SILENCE.toSeconds());
  }
}
