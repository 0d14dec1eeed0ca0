package io.offsetwise.application.session;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/**
 * Who says that it drives a stream. It is for people: positions are safe without it, because every
 * save is guarded by the epoch. Used on the driver, by any thread.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} when the store cannot be reached.
 */
public interface StreamPresence {

  /** Says that {@code driver} lives now and works under {@code epoch}. */
  void announce(DriverIdentity driver, Epoch epoch);

  /** Says that {@code driver} has ended; does nothing when it was never announced. */
  void withdraw(DriverIdentity driver);

  /** The drivers of {@code stream} that are not silent for too long, the youngest claim first. */
  List<LivingDriver> living(StreamName stream);
}
