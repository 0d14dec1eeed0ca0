package io.offsetwise.bootstrap.sample.wallet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * Reads the wire format of {@link PaymentJson} token by token, without a tree. Fields that it does
 * not know are passed over, so that a producer may add some; a field that comes twice is refused,
 * because nobody can tell which one was meant. Travels to executors.
 */
public record JsonPaymentDecoder() implements PaymentDecoder {

  /** Immutable and thread-safe. Its own limits bound the depth and the length of numbers. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Override
  public Payment decode(byte[] value) throws MalformedPaymentException {
    if (value == null) {
      throw new MalformedPaymentException("the record has no value: it is a tombstone, no payment");
    }
    StrictUtf8.require(value);
    try (JsonParser parser = JSON.createParser(value)) {
      Fields fields = new Fields(parser);
      fields.read();
      return fields.payment();
    } catch (JsonProcessingException malformed) {
      throw new MalformedPaymentException(
          "the value is no JSON object: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException | IllegalArgumentException malformed) {
      throw new MalformedPaymentException(
          "the value is no payment: " + malformed.getMessage(), malformed);
    }
  }

  /** The fields of one object while they are read. */
  private static final class Fields {

    private final JsonParser parser;
    private String id;
    private String wallet;
    private Long cents;

    Fields(JsonParser parser) {
      this.parser = parser;
    }

    void read() throws IOException, MalformedPaymentException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedPaymentException("the value is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        readField(parser.currentName());
      }
      if (parser.nextToken() != null) {
        throw new MalformedPaymentException("something follows the JSON object");
      }
    }

    private void readField(String name) throws IOException, MalformedPaymentException {
      JsonToken token = parser.nextToken();
      switch (name) {
        case PaymentJson.ID -> id = text(name, token);
        case PaymentJson.WALLET -> wallet = text(name, token);
        case PaymentJson.CENTS -> cents = number(token);
        default -> parser.skipChildren();
      }
    }

    private String text(String name, JsonToken token)
        throws IOException, MalformedPaymentException {
      if (token != JsonToken.VALUE_STRING) {
        throw new MalformedPaymentException("field '" + name + "' is no text");
      }
      return parser.getText();
    }

    private Long number(JsonToken token) throws IOException, MalformedPaymentException {
      if (token != JsonToken.VALUE_NUMBER_INT) {
        throw new MalformedPaymentException("field 'cents' is no whole number");
      }
      return parser.getLongValue();
    }

    Payment payment() throws MalformedPaymentException {
      if (id == null || wallet == null || cents == null) {
        throw new MalformedPaymentException("one of the fields id, wallet and cents is missing");
      }
      return new Payment(id, wallet, cents);
    }
  }
}
