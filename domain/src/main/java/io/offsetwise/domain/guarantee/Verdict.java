package io.offsetwise.domain.guarantee;

/** Whether a combination can keep its promise. */
public sealed interface Verdict {

  /**
   * The promise can be kept by walking this plan.
   *
   * @param plan the commits, in order
   */
  record Possible(SavePlan plan) implements Verdict {}

  /**
   * The promise cannot be kept.
   *
   * @param reason a whole sentence: why, and what to choose instead
   */
  record Refused(String reason) implements Verdict {}
}
