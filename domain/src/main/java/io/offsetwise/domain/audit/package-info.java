/**
 * What an audit decides: where a partition must stand by what was recorded of it, which of its
 * offsets are due, and which findings a guarantee permits.
 *
 * <p>Pure functions and immutable values on {@code java.base} alone. The service that brings store
 * and log together, and its ports, are in {@code application.audit}. Add a rule here as one more
 * {@link io.offsetwise.domain.audit.FindingKind}.
 */
package io.offsetwise.domain.audit;
