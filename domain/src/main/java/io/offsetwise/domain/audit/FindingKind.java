package io.offsetwise.domain.audit;

/** What an audit can find when it holds stored results and positions against the log. */
public enum FindingKind {
  /** Records that were due and have no result. */
  LOST("lost", "due records without a result"),
  /** Results beyond the first of a record. */
  REPEATED("repeated", "results too many"),
  /** Results whose number is not that of the commits on record. */
  OFF_RECORD("off-record", "results more or fewer than commits of them are on record"),
  /** Results that say something else than their record. */
  ALTERED("altered", "results that differ from what their record says"),
  /** Results at offsets where the log holds no record. */
  UNKNOWN("unknown", "results without a record in the log"),
  /** Results of records at the stored position or after it. */
  AHEAD("ahead", "results at or after the stored position"),
  /** Results of records before the stream's start, or of partitions that it never began. */
  NOT_DUE("not-due", "results of records that the stream was never to read"),
  /** A stored position that its own history does not lead to. */
  POSITION_MOVED("position-moved", "positions that no save has led to"),
  /** A balance that is not the sum of its ledger. */
  WRONG_BALANCE("wrong-balance", "balances that are not the sum of their ledger"),
  /** Records whose natural unique key was stored for another record. */
  SAME_KEY("same-key", "records whose natural key is stored for another record"),
  /** Offsets that the stream went past at a start, because that was accepted. */
  GAP("gap", "offsets passed over by an accepted start"),
  /** Offsets that a reset moved a position forward over. */
  SKIPPED("skipped", "offsets passed over by a reset"),
  /** Offsets that were read before a reset moved a position back over them. */
  READ_AGAIN("read-again", "offsets set back by a reset"),
  /** Offsets before the position whose records the log cannot tell any more. */
  NOT_COMPARED("not-compared", "offsets that the log cannot tell of any more"),
  /** No record at all could be compared: no promise was looked at. */
  NOTHING_COMPARED("nothing-compared", "audits without a single record to compare");

  private final String key;
  private final String meaning;

  FindingKind(String key, String meaning) {
    this.key = key;
    this.meaning = meaning;
  }

  /** The stable name, for JSON. */
  public String key() {
    return key;
  }

  /** What it means where no history says more: that the promise is broken, in doubt. */
  public Judgement judgement() {
    return switch (this) {
      case SAME_KEY, GAP, SKIPPED, READ_AGAIN, NOT_COMPARED -> Judgement.PERMITTED;
      case LOST,
          REPEATED,
          OFF_RECORD,
          ALTERED,
          UNKNOWN,
          AHEAD,
          NOT_DUE,
          POSITION_MOVED,
          WRONG_BALANCE,
          NOTHING_COMPARED ->
          Judgement.BROKEN;
    };
  }

  /** What is counted, in words. */
  public String meaning() {
    return meaning;
  }
}
