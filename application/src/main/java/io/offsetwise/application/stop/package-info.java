/**
 * Why a stream stops: one exception, and one list of reasons from which the exit code follows.
 *
 * <p>Every defence of the application and its adapters stops a stream by a {@link
 * io.offsetwise.application.stop.StoppedException}. Add a reason here, not a new exception, and let
 * {@link io.offsetwise.application.stop.StopReason#because} make the stop. Whoever looks for one
 * under what an engine or a client wraps around it asks a {@link
 * io.offsetwise.application.stop.CauseChain}.
 */
package io.offsetwise.application.stop;
