package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Makes sure that things survive Java serialization, the form in which they travel. */
public final class Portable {

  private Portable() {}

  /**
   * Refuses what cannot travel to executors, before any record is read.
   *
   * @param what its name in the message
   * @param travelling what is to travel
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  public static void require(String what, Object travelling) {
    obstacle(travelling)
        .ifPresent(
            obstacle -> {
              throw StopReason.IMPOSSIBLE.because(
                  obstacle,
                  """
                  %s %s cannot travel to the executors (%s): it probably holds something live, \
                  such as a connection; let it hold the settings instead and open the live thing \
                  where it is used""",
                  what,
                  travelling.getClass().getName(),
                  obstacle);
            });
  }

  /**
   * A stop that reaches the driver with its reason. Spark drops an exception that cannot be
   * serialized, and the causes that drivers of databases give are not always serializable: such a
   * cause travels as its text.
   */
  static StoppedException stop(StoppedException stop) {
    if (obstacle(stop).isEmpty()) {
      return stop;
    }
    StoppedException portable =
        new StoppedException(
            stop.reason(),
            stop.getMessage(),
            new IllegalStateException(stop.getCause().toString()));
    portable.setStackTrace(stop.getStackTrace());
    return portable;
  }

  private static Optional<IOException> obstacle(Object travelling) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(travelling);
      return Optional.empty();
    } catch (IOException obstacle) {
      return Optional.of(obstacle);
    }
  }
}
