package io.offsetwise.application.session;

/**
 * A session ended by a failure, which is the cause: as it was thrown by a batch or by the engine.
 */
public final class SessionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wraps {@code failure}, never null. */
  public SessionFailedException(Throwable failure) {
    super(failure.getMessage(), failure);
  }
}
