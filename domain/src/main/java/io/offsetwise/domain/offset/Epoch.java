package io.offsetwise.domain.offset;

import java.io.Serializable;

/**
 * The number of a claim on a stream. Each driver that starts claims the next one; whoever holds an
 * older one is fenced.
 *
 * @param number 1 for the first claim
 */
public record Epoch(long number) implements Serializable {

  public Epoch {
    if (number < 1) {
      throw new IllegalArgumentException("epoch " + number + " is smaller than 1");
    }
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
