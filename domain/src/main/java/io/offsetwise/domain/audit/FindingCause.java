package io.offsetwise.domain.audit;

/** What the history says of records whose results are not there once. */
public enum FindingCause {
  /** Offsets were committed, results were not, and nothing followed in that epoch. */
  LOST_IN_FLIGHT(
      FindingKind.LOST,
      Judgement.PERMITTED,
      "their offsets were saved under at-most-once just before the driver stopped"),
  /** There is a commit of results, but no result. */
  LOST_AFTER_COMMIT(
      FindingKind.LOST,
      Judgement.BROKEN,
      "the commit of their results is on record: probably they were deleted by hand"),
  /** No interrupted save explains it. */
  LOST_UNEXPLAINED(
      FindingKind.LOST, Judgement.BROKEN, "no save that a crash has interrupted explains it"),
  /** Committed as often, by claims or attempts that came after one another. */
  READ_AGAIN_AND_COMMITTED(
      FindingKind.REPEATED,
      Judgement.PERMITTED,
      "they were read again across a claim or a retry under at-least-once"),
  /** Committed as often, but nothing allowed it. */
  COMMITTED_TOO_OFTEN(
      FindingKind.REPEATED,
      Judgement.BROKEN,
      "their results were committed again although no claim and no retry under at-least-once"
          + " explains it"),
  /** More results than commits. */
  MORE_THAN_COMMITTED(
      FindingKind.REPEATED,
      Judgement.BROKEN,
      "fewer commits of them are on record: probably they were added by hand"),
  /** Fewer or more results than commits, although neither none nor too many. */
  OTHER_THAN_COMMITTED(
      FindingKind.OFF_RECORD,
      Judgement.BROKEN,
      "probably results were deleted or added by hand, or saved past the coordinator"),
  /** A save that is under way, or that a crash has interrupted. */
  COMMITTED_AHEAD(
      FindingKind.AHEAD,
      Judgement.PERMITTED,
      "the commit of these results is on record, that of their offsets is yet to come"),
  /** No commit of them, or one that should hold their offsets as well. */
  AHEAD_UNEXPLAINED(
      FindingKind.AHEAD,
      Judgement.BROKEN,
      "no save that is under way explains it: probably the position was set back"),
  /** Before any commit of results was kept: judged by the guarantee of today. */
  LOST_UNRECORDED(FindingKind.LOST, Judgement.PERMITTED, FindingCause.OLD),
  /** The same. */
  REPEATED_UNRECORDED(FindingKind.REPEATED, Judgement.PERMITTED, FindingCause.OLD),
  /** The same. */
  AHEAD_UNRECORDED(FindingKind.AHEAD, Judgement.PERMITTED, FindingCause.OLD);

  private static final String OLD =
      "an older version saved them and kept no record of results; today's guarantee may do so";

  private final FindingKind kind;
  private final Judgement judgement;
  private final String explanation;

  FindingCause(FindingKind kind, Judgement judgement, String explanation) {
    this.kind = kind;
    this.judgement = judgement;
    this.explanation = explanation;
  }

  /** What is found. */
  public FindingKind kind() {
    return kind;
  }

  /** What it means. */
  public Judgement judgement() {
    return judgement;
  }

  /** Why, as a clause. */
  public String explanation() {
    return explanation;
  }
}
