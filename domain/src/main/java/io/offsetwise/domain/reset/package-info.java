/**
 * Moving positions on purpose: where to, what that repeats or loses, and how it is kept on record.
 *
 * <p>Pure functions and immutable values on {@code java.base} alone. Where a target lies is decided
 * exactly as Kafka's own tool decides it. Add a target here as one more {@link
 * io.offsetwise.domain.reset.ResetTarget}; reading the log and writing positions belong to {@code
 * application.administration}.
 */
package io.offsetwise.domain.reset;
