package io.offsetwise.application.administration;

/** What becomes of positions that are there already, and are others. */
public enum Overwriting {
  /** They stay, and nothing is written. */
  REFUSED,
  /** They are replaced. */
  WANTED
}
