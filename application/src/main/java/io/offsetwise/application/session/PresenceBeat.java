package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.offset.Epoch;
import java.time.Duration;
import java.util.Objects;

/**
 * Says again and again that this driver lives, from the start of its first session until it is
 * closed. In a thread of its own: a store that hangs holds up no batch, and a beat that fails is
 * made up for by the next one.
 */
public final class PresenceBeat implements SessionObserver, AutoCloseable {

  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

  private final StreamPresence presence;
  private final DriverIdentity driver;
  private final Duration interval;
  private final SessionObserver observer;
  private final RecurringTask beat = new RecurringTask("presence");

  /**
   * A beat that is silent until a session starts.
   *
   * @param presence is told
   * @param driver who lives
   * @param interval time between two beats; well below {@link LivingDriver#LONGEST_SILENCE}
   * @param observer is told of sessions and batches as well
   */
  public PresenceBeat(
      StreamPresence presence, DriverIdentity driver, Duration interval, SessionObserver observer) {
    this.presence = Objects.requireNonNull(presence, "presence");
    this.driver = Objects.requireNonNull(driver, "driver");
    this.interval = Objects.requireNonNull(interval, "interval");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  @Override
  public void started(StartedStream stream) {
    Epoch epoch = stream.context().epoch();
    beat.begin(Duration.ZERO, interval, () -> presence.announce(driver, epoch));
    observer.started(stream);
  }

  @Override
  public void saved(SavedBatch batch) {
    observer.saved(batch);
  }

  /** Takes the driver off, and does not wait long for it: a silent one is taken for dead anyhow. */
  @Override
  public void close() {
    try {
      if (beat.end(LONGEST_FAREWELL)) { // else the store hangs, and would not hear this either
        beat.once(LONGEST_FAREWELL, () -> presence.withdraw(driver));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
