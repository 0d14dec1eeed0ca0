/**
 * Saves of any job in a database: one transaction on one connection for each commit, handed to the
 * work as a pair of offsets and results, or as offsets alone where results are elsewhere.
 *
 * <p>No job's tables are known here, except the dead letters that every job has. A job brings its
 * own {@link io.offsetwise.adapters.storage.save.ResultWriters} in a package of its own.
 */
package io.offsetwise.adapters.storage.save;
