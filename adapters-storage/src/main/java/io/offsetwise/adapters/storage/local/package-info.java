/**
 * The database of the local services: an H2 server on loopback over a data folder.
 *
 * <p>It runs in a process of its own, so that killing a job never kills its database. Which process
 * that is, and who starts and stops it, is {@code bootstrap}'s business.
 */
package io.offsetwise.adapters.storage.local;
