package io.offsetwise.adapters.storage.lengths;

import io.offsetwise.adapters.storage.schema.SchemaPart;

/** The part of the schema that belongs to message-lengths, with a history of its own. */
public final class LengthSchema {

  /** The counts. */
  public static final SchemaPart PART =
      new SchemaPart(
          "lengths", "lengths_schema", "io/offsetwise/adapters/storage/lengths/migrations");

  private LengthSchema() {}
}
