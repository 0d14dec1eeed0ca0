/**
 * Connections to a database: settings that travel, the one pool per JVM behind them, transactions,
 * batches, and what the database's error codes mean for a stream.
 *
 * <p>Nothing here knows streams, offsets or results, nor any database by name. What one of them
 * does in its own way is its {@link io.offsetwise.adapters.storage.jdbc.Dialect}, in a package
 * beside this one; what is stored in it belongs to the others.
 */
package io.offsetwise.adapters.storage.jdbc;
