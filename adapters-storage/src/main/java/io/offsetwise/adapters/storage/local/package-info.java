/**
 * The database of the local services, on loopback over a data folder: an H2 server inside of their
 * process, or PostgreSQL in processes of its own.
 *
 * <p>They run apart from jobs, so that killing a job never kills its database. Which process that
 * is, and who starts and stops it, is {@code bootstrap}'s business.
 */
package io.offsetwise.adapters.storage.local;
