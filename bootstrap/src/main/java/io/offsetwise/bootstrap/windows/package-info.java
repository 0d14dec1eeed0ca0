/**
 * The sample job <em>message-windows</em>: what it computes of a batch and those before it, its
 * wiring and its summary.
 *
 * <p>A fork deletes this package together with the {@code windows} packages of {@code application}
 * and {@code adapters-storage}.
 */
package io.offsetwise.bootstrap.windows;
