package io.offsetwise.bootstrap.asnoted;

/** A fault and what is done around it. */
interface Scenario {

  /** How the fault is provoked, for the table. */
  String provoked();

  /**
   * Plays it to the end: nothing of the program runs when this returns.
   *
   * @return what became of the records
   * @throws AssertionError when the fault did not strike as it was meant to: the run is invalid
   */
  Outcome play(Stage stage) throws Exception;
}
