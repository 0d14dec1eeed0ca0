package io.offsetwise.bootstrap.command;

/** How a verb prints its result on standard output. */
public enum OutputFormat {
  /** For people. */
  TABLE("table"),
  /** One JSON document and nothing else. */
  JSON("json");

  private final String key;

  OutputFormat(String key) {
    this.key = key;
  }

  /** The value of {@code -o}. */
  public String key() {
    return key;
  }
}
