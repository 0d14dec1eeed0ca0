package io.offsetwise.bootstrap.sample.wallet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses bytes that are no text in UTF-8. The JSON parser alone would not: it guesses UTF-16 and
 * UTF-32 from zero bytes, and takes overlong forms and encoded surrogates.
 */
final class StrictUtf8 {

  private StrictUtf8() {}

  static void require(byte[] value) throws MalformedPaymentException {
    for (byte each : value) {
      if (each <= 0) { // NUL, or the first byte that is no ASCII: most records have neither
        requireDecodable(value);
        return;
      }
    }
  }

  private static void requireDecodable(byte[] value) throws MalformedPaymentException {
    try {
      CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
      if (text.chars().anyMatch(unit -> unit == 0)) {
        throw new MalformedPaymentException("the value is no JSON object: it holds zero bytes");
      }
    } catch (CharacterCodingException noText) {
      throw new MalformedPaymentException(
          "the value is no text in UTF-8: " + noText.getMessage(), noText);
    }
  }
}
