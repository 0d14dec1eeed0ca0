package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.Backoff;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.function.Supplier;

/**
 * Repeats what somebody else has cut off by taking the lock: a copy of the same task, an executor
 * that saved this partition before, or a driver that is fenced but does not know it yet. Whoever
 * has lost the stream for good learns it when the work looks at what is stored.
 *
 * @param group whose lock may be lost
 */
record LockRetry(KafkaGroup group) {

  /**
   * Runs {@code work} until the lock is not lost before its end.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when it is lost each time for as long
   *     as the connection's timeout
   */
  <T> T untilHeld(Supplier<T> work) {
    Backoff backoff = new Backoff(group.connection().timeout());
    while (true) {
      try {
        return work.get();
      } catch (LockLostException lost) {
        if (!backoff.awaitRetry()) {
          throw undecided(lost);
        }
      }
    }
  }

  private StoppedException undecided(LockLostException lost) {
    return StopReason.UNAVAILABLE.because(
        lost,
        "the offsets of group %s could not be saved within %s ms because %s each time: another save"
            + " of the same offsets has probably run beside this one; start the stream again",
        group.name(),
        group.connection().timeout().toMillis(),
        lost.getMessage());
  }
}
