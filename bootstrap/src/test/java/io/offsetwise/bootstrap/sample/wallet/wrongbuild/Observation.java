package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.evidence.RecordFate;
import io.offsetwise.bootstrap.laboratory.proof.Prediction;
import io.offsetwise.domain.guarantee.CrashOutcome;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of a job under a fault.
 *
 * @param prediction what its guarantee allows
 * @param exitCode with which the struck process ended
 * @param evidence what became of everything that was sent
 */
record Observation(Prediction prediction, int exitCode, Evidence evidence) {

  /**
   * What became of records beyond what was predicted; empty when that is nothing. A record that one
   * of rows and sums has not is lost.
   */
  Set<CrashOutcome> harm() {
    if (evidence.foreign() != 0) {
      throw new IllegalStateException(evidence.foreign() + " rows and sums of nothing: " + this);
    }
    return evidence.fates().stream()
        .filter(fate -> !prediction.foresaw(fate))
        .map(this::harm)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private CrashOutcome harm(RecordFate fate) {
    long credited =
        fate.credited()
            .orElseThrow(() -> new IllegalStateException("a sum cannot be read: " + this));
    return Math.min(fate.entries(), credited) < prediction.timesOf(fate.record())
        ? CrashOutcome.LOST
        : CrashOutcome.REPEATED;
  }

  /** Numbers, for people. */
  @Override
  public String toString() {
    return evidence.lost()
        + " lost and "
        + evidence.repeated()
        + " repeated of "
        + evidence.sent()
        + ", exit code "
        + exitCode;
  }
}
