package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.Fault;
import io.offsetwise.domain.guarantee.FailurePoint;

/**
 * Visits to a failure point end with an exception, as when the database is away for a moment.
 *
 * @param strikes counts the visits
 * @param first visit that fails, from 1
 * @param last visit that fails
 */
record Failure(Strikes strikes, int first, int last) implements Fault {

  static final String MESSAGE = "the database is away for a moment";

  @Override
  public void mayStrike(FailurePoint point) {
    if (point == strikes.point() && isHit(strikes.next())) {
      throw new IllegalStateException(MESSAGE);
    }
  }

  private boolean isHit(int visit) {
    return first <= visit && visit <= last;
  }
}
