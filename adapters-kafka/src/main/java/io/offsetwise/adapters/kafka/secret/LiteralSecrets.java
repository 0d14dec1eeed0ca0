package io.offsetwise.adapters.kafka.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/**
 * Finds secrets that stand in Kafka's properties as text. What is secret is told by Kafka's own
 * clients: the type of a property. Pure.
 */
public final class LiteralSecrets {

  /** Where all secrets of the clients are defined. */
  private static final ConfigDef SECURITY = new ConfigDef();

  static {
    SslConfigs.addClientSslSupport(SECURITY);
    SaslConfigs.addClientSaslSupport(SECURITY);
  }

  /** What Kafka resolves: the name of a source, and what is to be found there. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}:]+:[^}]+}");

  /** Of a property that is not among them, such as one of a login module of the user's. */
  private static final Pattern SECRET_NAME = Pattern.compile("(?i)secret|password|token");

  /** An option of a login module that is secret, with something else than a reference. */
  private static final Pattern LITERAL_OPTION =
      Pattern.compile("(?i)(secret|password|token(?!auth\\b))\\w*\\s*=\\s*[\"']?[^\\s\"';]");

  private LiteralSecrets() {}

  /**
   * The names of those properties whose value holds a secret as text, sorted.
   *
   * @param properties of a Kafka client, references unresolved
   */
  public static List<String> in(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(property -> isLiteral(property.getKey(), property.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean isLiteral(String name, String value) {
    String literal = REFERENCE.matcher(value).replaceAll("");
    return name.equals(SaslConfigs.SASL_JAAS_CONFIG)
        ? LITERAL_OPTION.matcher(literal).find()
        : isSecret(name) && !literal.isBlank();
  }

  private static boolean isSecret(String name) {
    return Optional.ofNullable(SECURITY.configKeys().get(name))
        .map(known -> known.type == ConfigDef.Type.PASSWORD)
        .orElseGet(() -> SECRET_NAME.matcher(name).find());
  }
}
