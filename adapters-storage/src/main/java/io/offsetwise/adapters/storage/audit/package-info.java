/**
 * Streams under audit: offsets and results of one stream, read in one snapshot of the database.
 *
 * <p>No job's tables are known here, except the dead letters that every job has. A job brings its
 * own {@link io.offsetwise.adapters.storage.audit.ResultViews} in a package of its own. Nothing
 * here writes.
 */
package io.offsetwise.adapters.storage.audit;
