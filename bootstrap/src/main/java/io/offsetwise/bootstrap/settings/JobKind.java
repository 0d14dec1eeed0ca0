package io.offsetwise.bootstrap.settings;

/** The jobs that {@code run} can run. */
public enum JobKind {
  /** Payments to ledger and balances. */
  WALLET("wallet"),
  /** Messages and bytes of any topic. */
  MESSAGE_LENGTHS("message-lengths"),
  /** The same over the newest batches together. */
  MESSAGE_WINDOWS("message-windows");

  private final String key;

  JobKind(String key) {
    this.key = key;
  }

  /** The value of {@code job.kind}. */
  public String key() {
    return key;
  }
}
