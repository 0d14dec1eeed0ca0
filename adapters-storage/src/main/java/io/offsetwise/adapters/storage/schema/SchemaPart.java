package io.offsetwise.adapters.storage.schema;

/**
 * Tables that belong together and are migrated together.
 *
 * @param name what the part is called in messages
 * @param historyTable table that keeps which of its migrations were applied
 * @param location folder of its SQL files on the class path; a dialect may have its own instead
 */
public record SchemaPart(String name, String historyTable, String location) {

  /** Owners, offsets, history, gaps and dead letters: what every job needs. */
  public static final SchemaPart OFFSETS =
      new SchemaPart(
          "offsets", "offsetwise_schema", "io/offsetwise/adapters/storage/schema/offsets");
}
