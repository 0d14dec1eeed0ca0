package io.offsetwise.bootstrap.sample.wallet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The wire format of a payment: {@code {"id": "...", "wallet": "...", "cents": 1234}}. {@link
 * JsonPaymentDecoder} reads it. Thread-safe.
 */
public final class PaymentJson {

  static final String ID = "id";
  static final String WALLET = "wallet";
  static final String CENTS = "cents";

  private static final int USUAL_LENGTH = 96;

  private final JsonFactory json = new JsonFactory();

  /** The payment as UTF-8 bytes. */
  public byte[] encode(Payment payment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      generator.writeStringField(ID, payment.id());
      generator.writeStringField(WALLET, payment.wallet());
      generator.writeNumberField(CENTS, payment.cents());
      generator.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a byte array refused to be written", impossible);
    }
    return bytes.toByteArray();
  }
}
