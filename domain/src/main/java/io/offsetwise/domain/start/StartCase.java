package io.offsetwise.domain.start;

/** The cases at a start in which going on would silently lose or repeat records. */
public enum StartCase {
  /** The log no longer holds the records after the stored position. */
  RETENTION_LOSS("retention-loss", "go on at the earliest retained offset"),
  /** The stored position lies beyond the log's end. */
  POSITION_BEYOND_END("position-beyond-end", "go on at the log's end"),
  /** Below the stored position the log holds other records than those that were read. */
  LOG_TRUNCATED("log-truncated", "go on where the log parts from what was read"),
  /** The topic was deleted and created again. */
  TOPIC_RECREATED("topic-recreated", "read the new topic from its first record"),
  /** A partition that has a stored position is not there any more. */
  PARTITION_MISSING("partition-missing", "go on without it"),
  /** A partition that was read before has no stored position any more. */
  POSITION_LOST("position-lost", "begin it again where start.first says"),
  /** A position is stored, but nothing of the stream is on record beside its results. */
  POSITION_UNKNOWN(
      "position-unknown", "go on at it, whatever has become of the results of what lies before"),
  /** The position is further than anything on record of the stream explains. */
  POSITION_AHEAD("position-ahead", "go on at it and leave out what lies between");

  private final String key;
  private final String acceptance;

  StartCase(String key, String acceptance) {
    this.key = key;
    this.acceptance = acceptance;
  }

  /** The value that {@code start.accept} takes to accept this case. */
  public String key() {
    return key;
  }

  /** What the stream does when the case is accepted, in words. */
  public String acceptance() {
    return acceptance;
  }
}
