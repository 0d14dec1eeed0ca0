/**
 * The crash matrix on fakes: every guarantee in both scopes is killed at every failure point of its
 * plan and recovers by a retry or by a restart; what is observed must be what the plan predicts.
 *
 * <p>A second matrix loses the connection at each commit in each of three ways, and saves the batch
 * again.
 *
 * <p>A new guarantee takes part as soon as it has a plan; a new way to recover is one more {@link
 * io.offsetwise.application.crash.Recovery}. Real processes are killed in the laboratory, not here.
 */
package io.offsetwise.application.crash;
