package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
        "{\"cents\": 1e2}                                | field 'cents' is no whole number",
        "{\"cents\": 9223372036854775808}                | the value is no",
        "{\"cents\": -9223372036854775809}               | the value is no",
        "{\"cents\": NaN}                                | the value is no JSON object",
        "{\"cents\": null}                               | field 'cents' is no whole number",
        "{\"cents\": 1, \"cents\": 2}                    | the value is no JSON object: Duplicate field",
        "{\"id\": \"p\", \"id\": \"q\"}                  | the value is no JSON object: Duplicate field",
        "{\"x\": 1, \"x\": 2}                            | the value is no JSON object: Duplicate field",
        "{\"x\": {\"y\": 1, \"y\": 2}}                   | the value is no JSON object: Duplicate field",
        "{\"id\": \"p\", \"wallet\": \"w\", \"cents\": 1} x | the value is no JSON object",
        "{\"id\": \"\", \"wallet\": \"w\", \"cents\": 1}  | the value is no payment: id '' is blank",
        "{\"id\": \"a\\u0000\", \"wallet\": \"w\", \"cents\": 1} | the value is no payment: id 'a",
        "{\"id\": \"p\", \"wallet\": \"\\ud83d\", \"cents\": 1} | the value is no payment: wallet '",
        "{\"id\": \"p\", \"wallet\": \"\\udcb6x\", \"cents\": 1} | the value is no payment: wallet '",
        "{\"id\": \" \", \"wallet\": \"w\", \"cents\": 1} | the value is no payment: id ' ' is blank"
      })
  void saysWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> decoder.decode(bytes(json)))
        .isInstanceOf(MalformedPaymentException.class)
        .hasMessageStartingWith(message);
  }

  /** What the parser alone would take for a payment, or not survive. */
  static Stream<Arguments> bytesThatAreNoPayment() {
    String payment = "{\"id\": \"?\", \"wallet\": \"w\", \"cents\": 1}";
    return Stream.of(
        Arguments.of("UTF-16", payment.getBytes(StandardCharsets.UTF_16)),
        Arguments.of("UTF-16 without a mark", payment.getBytes(StandardCharsets.UTF_16BE)),
        Arguments.of("UTF-32", payment.getBytes(Charset.forName("UTF-32LE"))),
        Arguments.of("Latin 1", with(payment, 0xE4)),
        Arguments.of("an overlong A", with(payment, 0xC1, 0x81)),
        Arguments.of("an overlong NUL", with(payment, 0xC0, 0x80)),
        Arguments.of("an encoded surrogate", with(payment, 0xED, 0xA0, 0xBD)),
        Arguments.of("a zero byte", with(payment, 0)),
        Arguments.of("a zero byte at its end", bytes(payment + "\0")),
        Arguments.of("deep", bytes("{\"x\": " + "[".repeat(100_000))),
        Arguments.of("a long number", bytes("{\"cents\": " + "9".repeat(100_000) + "}")),
        Arguments.of("a long id", bytes(payment.replace("?", "x".repeat(1 << 20)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void bytesThatAreNoPayment(String what, byte[] value) {
    assertThatThrownBy(() -> decoder.decode(value))
        .as(what)
        .isInstanceOf(MalformedPaymentException.class)
        .hasMessageMatching("the value is no (JSON object|text in UTF-8|payment): (?s:.+)");
  }

  /** RFC 8259 lets a reader pass over it, and no meaning depends on it. */
  @Test
  void aByteOrderMarkIsPassedOver() throws MalformedPaymentException {
    byte[] json = bytes("\uFEFF{\"id\": \"p\", \"wallet\": \"w\", \"cents\": -1}");

    assertThat(decoder.decode(json)).isEqualTo(new Payment("p", "w", -1));
  }

  private static byte[] with(String text, int... bytes) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    int place = text.indexOf('?');
    value.writeBytes(bytes(text.substring(0, place)));
    IntStream.of(bytes).forEach(value::write);
    value.writeBytes(bytes(text.substring(place + 1)));
    return value.toByteArray();
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
