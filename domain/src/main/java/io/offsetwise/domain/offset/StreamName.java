package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Objects;

/**
 * The name under which a stream keeps its offsets. Two jobs with the same name are the same stream:
 * the younger fences the older.
 *
 * @param value not blank, at most 200 characters (the width of the column that keeps it)
 */
public record StreamName(String value) implements Serializable {

  private static final int MAX_LENGTH = 200;

  public StreamName {
    Objects.requireNonNull(value, "value");
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "stream name '" + value + "' is blank or longer than " + MAX_LENGTH + " characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
