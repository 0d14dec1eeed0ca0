package io.offsetwise.bootstrap.sample.wallet;

import java.io.Serializable;

/** Decodes the value of a record into a payment. Travels to executors. */
@FunctionalInterface
public interface PaymentDecoder extends Serializable {

  /**
   * Decodes {@code value}, which may be null.
   *
   * @throws MalformedPaymentException when the value is no payment
   */
  Payment decode(byte[] value) throws MalformedPaymentException;
}
