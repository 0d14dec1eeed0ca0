package io.offsetwise.application.result;

import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column of a table of results.
 *
 * @param name in lower case
 * @param type what it holds
 * @param length the longest text in characters; 0 for what is no text
 */
public record Column(String name, ColumnType type, int length) implements Serializable {

  /** Before the constants, which are looked at. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** The name of a record's topic. */
  public static final Column TOPIC = text("topic_name", 249);

  /** The number of a record's partition. */
  public static final Column PARTITION = integer("partition_number");

  /** A record's offset. */
  public static final Column OFFSET = bigint("record_offset");

  public Column {
    Objects.requireNonNull(type, "type");
    requireName("column", name);
    if ((type == ColumnType.TEXT) != (length > 0)) {
      throw new IllegalArgumentException(
          "column " + name + " of type " + type + " cannot hold " + length + " characters");
    }
  }

  /** A text of at most {@code length} characters. */
  public static Column text(String name, int length) {
    return new Column(name, ColumnType.TEXT, length);
  }

  /** An {@code int}. */
  public static Column integer(String name) {
    return new Column(name, ColumnType.INTEGER, 0);
  }

  /** A {@code long}. */
  public static Column bigint(String name) {
    return new Column(name, ColumnType.BIGINT, 0);
  }

  /** A sum beyond what a {@code long} holds, {@code NUMERIC(38, 0)}. */
  public static Column sum(String name) {
    return new Column(name, ColumnType.SUM, 0);
  }

  /** A {@code double}, {@code DOUBLE PRECISION}. */
  public static Column floating(String name) {
    return new Column(name, ColumnType.DOUBLE, 0);
  }

  /** A {@code boolean}. */
  public static Column flag(String name) {
    return new Column(name, ColumnType.BOOLEAN, 0);
  }

  /** Names are written into SQL, where they would mean something else. */
  static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a " + what + ": only a-z, 0-9 and _, a letter first");
    }
  }
}
