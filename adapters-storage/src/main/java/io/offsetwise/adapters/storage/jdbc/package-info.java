/**
 * Connections to a database: settings that travel, the one pool per JVM behind them, transactions,
 * batches, and what the database's error codes mean for a stream.
 *
 * <p>Nothing here knows streams, offsets or results. What a new database needs (its URL form, its
 * error codes) belongs here, beside {@link io.offsetwise.adapters.storage.jdbc.H2Url} and {@link
 * io.offsetwise.adapters.storage.jdbc.SqlProblem}; what is stored in it belongs to the packages
 * beside this one.
 */
package io.offsetwise.adapters.storage.jdbc;
