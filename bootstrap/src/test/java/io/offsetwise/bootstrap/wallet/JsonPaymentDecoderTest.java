package io.offsetwise.bootstrap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.wallet.MalformedPaymentException;
import io.offsetwise.domain.wallet.Payment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonPaymentDecoderTest {

  private final JsonPaymentDecoder decoder = new JsonPaymentDecoder();

  static List<Payment> payments() {
    return List.of(
        new Payment("payment-1-0", "wallet-7", 1234),
        new Payment("p \"quoted\" \\ and \u00fcml\u00e4ut \ud83d\udcb6", "w\n", -5),
        new Payment("p", "w", Long.MAX_VALUE),
        new Payment("p", "w", Long.MIN_VALUE));
  }

  @ParameterizedTest
  @MethodSource("payments")
  void readsWhatIsWritten(Payment payment) throws MalformedPaymentException {
    assertThat(decoder.decode(new PaymentJson().encode(payment))).isEqualTo(payment);
  }

  @Test
  void passesOverFieldsThatItDoesNotKnow() throws MalformedPaymentException {
    String json = "{\"note\": {\"id\": [1, {}]}, \"cents\": 3, \"wallet\": \"w\", \"id\": \"p\"}";

    assertThat(decoder.decode(bytes(json))).isEqualTo(new Payment("p", "w", 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                              | the value is no JSON object",
        "nonsense                                        | the value is no JSON object",
        "[]                                              | the value is no JSON object",
        "{\"id\": \"p\"                                  | the value is no JSON object",
        "{} {}                                           | something follows the JSON object",
        "{}                                              | one of the fields id, wallet and cents",
        "{\"id\": \"p\", \"wallet\": \"w\"}              | one of the fields id, wallet and cents",
        "{\"id\": 1, \"wallet\": \"w\", \"cents\": 1}    | field 'id' is no text",
        "{\"id\": null}                                  | field 'id' is no text",
        "{\"cents\": \"1\"}                              | field 'cents' is no whole number",
        "{\"cents\": 1.5}                                | field 'cents' is no whole number",
        "{\"cents\": 99999999999999999999}               | the value is no",
        "{\"id\": \" \", \"wallet\": \"w\", \"cents\": 1} | the value is no payment: id ' ' is blank"
      })
  void saysWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> decoder.decode(bytes(json)))
        .isInstanceOf(MalformedPaymentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aTombstoneIsNoPayment() {
    assertThatThrownBy(() -> decoder.decode(null))
        .isInstanceOf(MalformedPaymentException.class)
        .hasMessageContaining("tombstone");
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
