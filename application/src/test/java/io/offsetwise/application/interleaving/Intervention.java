package io.offsetwise.application.interleaving;

import java.util.Locale;

/**
 * Something that happens to the running rival just before a statement.
 *
 * @param step number of that statement among those of both rivals, from 0
 * @param kind what happens
 */
record Intervention(int step, Kind kind) {

  enum Kind {
    /** The other one goes on, until it waits for a row, ends, or is preempted itself. */
    PREEMPTION,
    /** The same, after the last preemption: this one stands still until the other has ended. */
    PAUSE,
    /** It dies; the database rolls back what it had open. */
    CRASH
  }

  /** Whether more interventions may follow. */
  boolean isLast() {
    return kind != Kind.PREEMPTION;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " before statement " + step;
  }
}
