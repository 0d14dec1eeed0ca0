/**
 * The migrations of the database, and the check that its schema is not newer than this code.
 *
 * <p>Each part of the schema has its own history, so that a sample's tables go with the sample. The
 * core's SQL files lie under {@code schema/offsets} in the resources; a new table of the core is a
 * new file there, a new part is a {@link io.offsetwise.adapters.storage.schema.SchemaPart} in the
 * package that owns the tables.
 */
package io.offsetwise.adapters.storage.schema;
