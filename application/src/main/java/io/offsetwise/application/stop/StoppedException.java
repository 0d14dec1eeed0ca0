package io.offsetwise.application.stop;

import java.util.Objects;
import java.util.Optional;

/**
 * Stops a stream to keep its guarantee, or what was asked of one or for one: an audit, a reset, the
 * local services. The exit code follows from the reason in either case. Thrown on driver and
 * executors; serializable, so that the reason survives the way from a task to the driver.
 *
 * <p>Messages follow one grammar: what is wrong, the values, what it probably means, what to do.
 */
public final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StopReason reason;

  /** A stop without a cause of another kind. */
  public StoppedException(StopReason reason, String message) {
    this(reason, message, null);
  }

  /** A stop that was caused by {@code cause}, which may be null. */
  public StoppedException(StopReason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** The same stop, whose message begins with {@code where} it was. */
  public StoppedException at(String where) {
    StoppedException there = new StoppedException(reason, where + ": " + getMessage(), getCause());
    there.setStackTrace(getStackTrace());
    return there;
  }

  /** Why the stream stops. */
  public StopReason reason() {
    return reason;
  }

  /**
   * The stop that lies at the bottom of {@code failure}, for engines that wrap what tasks throw: of
   * two stops in one chain the inner one is the reason, the outer one its consequence.
   */
  public static Optional<StoppedException> within(Throwable failure) {
    return CauseChain.of(failure).innermost(StoppedException.class);
  }
}
