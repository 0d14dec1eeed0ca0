package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.OptionalInt;

/**
 * Under which leader a record was appended. Kafka counts it up whenever a partition gets a leader;
 * the same offset under another leader epoch is another record. Records of old message formats have
 * none.
 */
public sealed interface LeaderEpoch extends Serializable {

  /** No leader epoch is known. */
  LeaderEpoch UNKNOWN = new Unknown();

  /** A leader epoch from its number, or {@link #UNKNOWN} without one. */
  static LeaderEpoch of(OptionalInt number) {
    return number.isPresent() ? new Known(number.getAsInt()) : UNKNOWN;
  }

  /** The number, 0 or more; empty when it is not known. */
  OptionalInt number();

  /**
   * A leader epoch that Kafka has told.
   *
   * @param value 0 or more
   */
  record Known(int value) implements LeaderEpoch {

    public Known {
      if (value < 0) {
        throw new IllegalArgumentException("leader epoch " + value + " is negative");
      }
    }

    @Override
    public OptionalInt number() {
      return OptionalInt.of(value);
    }

    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** Nobody has told it. */
  record Unknown() implements LeaderEpoch {

    @Override
    public OptionalInt number() {
      return OptionalInt.empty();
    }

    @Override
    public String toString() {
      return "unknown";
    }
  }
}
