/**
 * H2 as a place for offsets and results: all that this project knows of it, except how to run its
 * server, which is {@code local}.
 *
 * <p>Nobody calls this package by name: {@link io.offsetwise.adapters.storage.jdbc.Dialect} is
 * found by the URL. Another database is another package of this shape.
 */
package io.offsetwise.adapters.storage.h2;
