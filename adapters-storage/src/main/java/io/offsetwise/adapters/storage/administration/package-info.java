/**
 * What offset administration looks at in a database: the record of each position, and the drivers
 * that say they live.
 *
 * <p>Of the tables of {@code adapters.storage.offset} this reads only; {@code stream_presence}
 * belongs to this package. Moving positions goes through {@link
 * io.offsetwise.adapters.storage.offset.JdbiOffsetStore}, which keeps it on record in the same
 * transaction.
 */
package io.offsetwise.adapters.storage.administration;
