/**
 * Why a stream stops: one exception, and one list of reasons from which the exit code follows.
 *
 * <p>Every defence of the application and its adapters stops a stream by a {@link
 * io.offsetwise.application.stop.StreamStoppedException}. Add a reason here, not a new exception.
 */
package io.offsetwise.application.stop;
