package io.offsetwise.bootstrap.settings.value;

import com.typesafe.config.ConfigValueType;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that only {@code kafka} takes. */
public final class KafkaParsers {

  private static final String LOCAL = "local";
  private static final int LARGEST_PORT = 65_535;
  private static final String SERVERS_ALLOWED =
      "must be local, or host:port with commas between them, ports from 1 to 65535, an address of"
          + " IPv6 in brackets: [::1]:9092";
  private static final String TOPICS_ALLOWED =
      "must be one or more names of topics, each once: letters, digits, '.', '_' and '-', at most"
          + " 249 characters";
  private static final Pattern SERVER = Pattern.compile("(\\[[^\\s\\]]+]|[^\\s:/]+):(\\d{1,5})");
  private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

  private KafkaParsers() {}

  public static ValueParser<BrokerAddress> bootstrapServers() {
    ValueParser<List<String>> servers =
        ValueParsers.list(ValueParsers.text(SERVERS_ALLOWED, KafkaParsers::server));
    return value -> {
      if (LOCAL.equals(value.unwrapped())) {
        return new BrokerAddress.Local();
      }
      List<String> parsed = servers.parse(value);
      if (parsed.isEmpty()) {
        throw new UnacceptableValueException(SERVERS_ALLOWED);
      }
      return new BrokerAddress.Servers(parsed);
    };
  }

  public static ValueParser<List<String>> topics() {
    ValueParser<List<String>> topics =
        ValueParsers.list(ValueParsers.text(TOPICS_ALLOWED, KafkaParsers::topic));
    return value -> {
      if (value.valueType() == ConfigValueType.OBJECT) {
        throw new UnacceptableValueException(TOPICS_ALLOWED);
      }
      List<String> parsed = topics.parse(value);
      if (parsed.isEmpty() || new HashSet<>(parsed).size() != parsed.size()) {
        throw new UnacceptableValueException(TOPICS_ALLOWED);
      }
      return parsed;
    };
  }

  private static String server(String text) {
    Matcher server = SERVER.matcher(text);
    if (!server.matches() || !isPort(Integer.parseInt(server.group(2)))) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= LARGEST_PORT;
  }

  private static String topic(String text) {
    if (!TOPIC.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
