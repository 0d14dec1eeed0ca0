package io.offsetwise.application.source;

import java.util.Objects;

/**
 * One header of a record. A record may have several of one name.
 *
 * @param name is never null, and may be empty
 * @param value the record's own array, or null: do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // as key and value of a record; nobody compares these
public record RecordHeader(String name, byte[] value) {

  public RecordHeader {
    Objects.requireNonNull(name, "name");
  }
}
