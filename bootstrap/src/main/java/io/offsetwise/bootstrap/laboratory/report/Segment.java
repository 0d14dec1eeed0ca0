package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;

/**
 * A part of a bar.
 *
 * @param kind {@code lost}, {@code exact} or {@code repeated}
 * @param records how many, at least 1
 */
public record Segment(String kind, long records) {

  /** What stands on it. */
  public String label() {
    return Words.grouped(records) + " " + kind;
  }

  /** What can become of a record. */
  enum Kind {
    LOST {
      @Override
      long in(Evidence evidence) {
        return evidence.lost();
      }
    },
    EXACT {
      @Override
      long in(Evidence evidence) {
        return evidence.sent() - evidence.lost() - evidence.repeated();
      }
    },
    REPEATED {
      @Override
      long in(Evidence evidence) {
        return evidence.repeated();
      }
    };

    /** Number of records of this kind. */
    abstract long in(Evidence evidence);

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
