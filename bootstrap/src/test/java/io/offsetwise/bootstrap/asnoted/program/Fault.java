package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.io.Serializable;

/** What may go wrong while a program saves; travels to executors. */
@FunctionalInterface
public interface Fault extends Serializable {

  /** Nothing goes wrong. */
  Fault NONE = point -> {};

  /**
   * The program has come to this point of a save; driver or executor. One that calls it from each
   * task or for each record comes there often.
   */
  void mayStrike(FailurePoint point);
}
