package io.offsetwise.bootstrap.laboratory.testbed;

/** What becomes of the data of a run when it ends. */
public enum DataFate {
  /** Log, database and what the processes have printed are deleted. */
  DELETED,
  /** They stay, for whoever wants to look at them. */
  KEPT
}
