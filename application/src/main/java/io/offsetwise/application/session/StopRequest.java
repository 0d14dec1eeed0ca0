package io.offsetwise.application.session;

/** Somebody's wish that the stream ends between two batches. Thread-safe; cannot be taken back. */
public final class StopRequest {

  private volatile boolean requested;

  /** Asks for the end. */
  public void request() {
    requested = true;
  }

  /** Whether the end was asked for. */
  public boolean isRequested() {
    return requested;
  }
}
