package io.offsetwise.bootstrap.sample.wallet;

import java.nio.charset.StandardCharsets;

/** Payments as {@code id,wallet,cents}. */
record CommaSeparated() implements PaymentDecoder {

  @Override
  public Payment decode(byte[] value) throws MalformedPaymentException {
    if (value == null) {
      throw new MalformedPaymentException("there is no value");
    }
    String[] fields = new String(value, StandardCharsets.UTF_8).split(",", -1);
    if (fields.length != 3) {
      throw new MalformedPaymentException("3 fields are due but there are " + fields.length);
    }
    return new Payment(fields[0], fields[1], Long.parseLong(fields[2]));
  }
}
