package io.offsetwise.domain.guarantee;

/** What kind of results a job writes. */
public enum ResultKind {
  /** One row under a natural unique key, a pure function of the record. */
  KEYED("keyed", "one row under a natural unique key"),
  /** Counters and balances: each write adds to what is there. */
  ACCUMULATED("accumulated", "counters, balances"),
  /** One row for each batch, of what the newest batches hold together. */
  WINDOWED("windowed", "what the newest batches hold together");

  private final String key;
  private final String label;

  ResultKind(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The name on the command line. */
  public String key() {
    return key;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
