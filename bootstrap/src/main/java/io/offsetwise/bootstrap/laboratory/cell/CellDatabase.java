package io.offsetwise.bootstrap.laboratory.cell;

/** A database that results are written to. */
public enum CellDatabase {
  /** The local H2 server. */
  H2("h2");

  private final String key;

  CellDatabase(String key) {
    this.key = key;
  }

  /** The value of {@code --database}. */
  public String key() {
    return key;
  }
}
