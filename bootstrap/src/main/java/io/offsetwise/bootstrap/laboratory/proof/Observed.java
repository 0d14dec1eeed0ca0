package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import java.util.List;
import java.util.Locale;

/** What was seen in the end, in a word. */
public enum Observed {
  /** Everything is stored once. */
  INTACT,
  /** Something is not stored. */
  LOST,
  /** Something is stored more than once. */
  REPEATED,
  /** Something is not stored, and something else more than once. */
  LOST_AND_REPEATED,
  /** Ledger and balances contradict each other, or hold what nobody sent. */
  CONTRADICTORY,
  /** The job did not catch up with the log. */
  UNFINISHED;

  /** The word for people and for JSON; the outcomes of the domain have the domain's words. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Observed of(List<JobRun> runs, Evidence evidence) {
    if (!runs.get(runs.size() - 1).wentAsPlanned()) {
      return UNFINISHED;
    }
    if (!evidence.isConsistent()) {
      return CONTRADICTORY;
    }
    if (evidence.lost() > 0) {
      return evidence.repeated() > 0 ? LOST_AND_REPEATED : LOST;
    }
    return evidence.repeated() > 0 ? REPEATED : INTACT;
  }
}
