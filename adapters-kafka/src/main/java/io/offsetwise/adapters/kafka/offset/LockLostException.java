package io.offsetwise.adapters.kafka.offset;

/** Somebody else has taken the lock; nothing of what was to be written under it is saved. */
final class LockLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LockLostException(String lock, Throwable cause) {
    super("lock " + lock + " was taken by somebody else", cause);
  }
}
