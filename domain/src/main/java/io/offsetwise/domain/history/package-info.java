/**
 * What has happened to one partition of a stream, event by event, and what that means for one
 * offset of it.
 *
 * <p>Pure functions and immutable values on {@code java.base} alone. Whether the steps lead to the
 * position is the question of {@code domain.audit}; here they are only told. Add a kind of event as
 * one more {@link io.offsetwise.domain.history.OffsetEvent}.
 */
package io.offsetwise.domain.history;
