/**
 * Commits and dead letters: the contracts of the store, pooled and per save, and the order of
 * locks.
 */
package io.offsetwise.adapters.storage.save;
