package io.offsetwise.domain.guarantee;

/**
 * A place in a save plan where a process can die. The names are stable: the laboratory, the command
 * line and the documentation use them.
 */
public enum FailurePoint {
  /** The range has been decided; nothing of it is durable. */
  BEFORE_FIRST_COMMIT("before-first-commit", "nothing saved yet"),
  /** All steps of a joint commit are written; the transaction is still open. */
  INSIDE_TRANSACTION("inside-transaction", "everything written, nothing committed"),
  /** The first commit is durable, the second one has not begun. */
  BETWEEN_COMMITS("between-commits", "first commit durable, second not begun"),
  /** Every commit of the plan is durable; nobody has used the reply yet. */
  AFTER_LAST_COMMIT("after-last-commit", "every commit durable, reply not used");

  private final String key;
  private final String meaning;

  FailurePoint(String key, String meaning) {
    this.key = key;
    this.meaning = meaning;
  }

  /** The stable name. */
  public String key() {
    return key;
  }

  /** What is durable at this point, in words. */
  public String meaning() {
    return meaning;
  }
}
