/**
 * The sample job <em>message-lengths</em>: what it computes of a batch, its wiring and its summary.
 *
 * <p>A fork deletes this package together with the {@code lengths} packages of {@code application}
 * and {@code adapters-storage}.
 */
package io.offsetwise.bootstrap.lengths;
