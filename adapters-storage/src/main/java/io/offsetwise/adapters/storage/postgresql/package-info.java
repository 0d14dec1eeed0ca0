/**
 * PostgreSQL as a place for offsets and results: all that this project knows of it, except how to
 * run a server beside a data folder, which is {@code local}.
 *
 * <p>Nobody calls this package by name: {@link io.offsetwise.adapters.storage.jdbc.Dialect} is
 * found by the URL.
 */
package io.offsetwise.adapters.storage.postgresql;
