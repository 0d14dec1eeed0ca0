package io.offsetwise.bootstrap.sample.words.stream;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What a stream of words is made from. Spark's checkpoint keeps all of it: a recovered driver reads
 * from there, whatever it is told.
 *
 * @param host where lines are served
 * @param port the port there, from 1 to 65535
 * @param batchInterval the time between two batches, at least 1 ms
 * @param stateCheckpoint after how many batches the counts themselves are written to the
 *     checkpoint, at least 1
 */
public record WordSource(String host, int port, Duration batchInterval, int stateCheckpoint)
    implements Serializable {

  private static final int LAST_PORT = 65_535;

  public WordSource {
    Objects.requireNonNull(host, "host");
    require("port", port, LAST_PORT);
    require("batchInterval in ms", batchInterval.toMillis(), Long.MAX_VALUE);
    require("stateCheckpoint", stateCheckpoint, Integer.MAX_VALUE);
  }

  private static void require(String name, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be from 1 to " + most + " but is " + value);
    }
  }
}
