package io.offsetwise.bootstrap.sample.wallet;

/** The value of a record is no payment; the message says why, in one sentence. */
public final class MalformedPaymentException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public MalformedPaymentException(String message) {
    super(message);
  }

  /** Says why, and what found it. */
  public MalformedPaymentException(String message, Throwable cause) {
    super(message, cause);
  }
}
