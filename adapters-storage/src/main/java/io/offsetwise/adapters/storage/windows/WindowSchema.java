package io.offsetwise.adapters.storage.windows;

import io.offsetwise.adapters.storage.schema.SchemaPart;

/** The part of the schema that belongs to message-windows, with a history of its own. */
public final class WindowSchema {

  /** The windows. */
  public static final SchemaPart PART =
      new SchemaPart(
          "windows", "windows_schema", "io/offsetwise/adapters/storage/windows/migrations");

  private WindowSchema() {}
}
