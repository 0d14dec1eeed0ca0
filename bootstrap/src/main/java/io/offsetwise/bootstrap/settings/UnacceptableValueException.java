package io.offsetwise.bootstrap.settings;

/** A value is not allowed for its key; the message says what is. */
final class UnacceptableValueException extends RuntimeException {

  UnacceptableValueException(String allowed) {
    super(allowed);
  }
}
