/**
 * What the {@code offsets} verbs print and read, and what they need while they work.
 *
 * <p>{@link io.offsetwise.bootstrap.offsets.OffsetAdministration} opens and closes it; which
 * storages there are is known to {@link io.offsetwise.bootstrap.offsets.KnownStorages} alone: one
 * more storage is one more entry there. The services themselves are in {@code
 * application.administration}, the command line is in {@code bootstrap.command}.
 */
package io.offsetwise.bootstrap.offsets;
