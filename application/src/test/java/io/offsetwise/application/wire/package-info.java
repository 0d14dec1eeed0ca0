/**
 * A database behind a wire that breaks at a commit, for tests of adapters and of whole jobs. Knows
 * of a protocol no more than how a commit looks: another database is one more {@link
 * io.offsetwise.application.wire.Wire}.
 */
package io.offsetwise.application.wire;
