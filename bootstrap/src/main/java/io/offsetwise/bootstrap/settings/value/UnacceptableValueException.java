package io.offsetwise.bootstrap.settings.value;

/** A value is not allowed for its key; the message says what is. */
public final class UnacceptableValueException extends RuntimeException {

  UnacceptableValueException(String allowed) {
    super(allowed);
  }
}
