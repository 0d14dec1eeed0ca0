package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Keeps secrets out of the checkpoint: Spark writes its whole configuration and all of Kafka's
 * parameters into each of its files. Pure.
 */
public final class CheckpointSecrets {

  /** What Spark itself hides when it shows its configuration. */
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i)secret|password|token|access[.]?key");

  private static final Pattern COMMAND_LINE = Pattern.compile("(?i).*JavaOptions");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]+}");

  /** An option of a login module that is secret and has something else than a reference. */
  private static final Pattern LITERAL_OPTION =
      Pattern.compile("(?i)(password|secret|token)\\w*\\s*=\\s*[\"']?[^\\s\"';]");

  private static final ConfigDef CONSUMER = ConsumerConfig.configDef();

  private CheckpointSecrets() {}

  /**
   * Refuses what would write a secret into the checkpoint.
   *
   * @param spark properties of Spark
   * @param kafka properties of Kafka's consumer, references unresolved
   * @throws StoppedException with reason {@code IMPOSSIBLE}, which names the properties and not
   *     their values
   */
  public static void requireNone(Map<String, String> spark, Map<String, String> kafka) {
    List<String> names =
        Stream.concat(
                spark.entrySet().stream()
                    .filter(CheckpointSecrets::isSecretOfSpark)
                    .map(Map.Entry::getKey),
                kafka.entrySet().stream()
                    .filter(CheckpointSecrets::isSecretOfKafka)
                    .map(entry -> "kafka.properties." + entry.getKey()))
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      throw StopReason.IMPOSSIBLE.because(
          """
          %s %s refused with offsets.storage = checkpoint: Spark would write the secret into every \
          checkpoint file; give it to Kafka as ${env:NAME} or ${file:/path}, keep it out of \
          Spark's properties, or set offsets.storage = own""",
          String.join(", ", names), names.size() == 1 ? "is" : "are");
    }
  }

  private static boolean isSecretOfSpark(Map.Entry<String, String> property) {
    return SECRET_NAME.matcher(property.getKey()).find()
        || (COMMAND_LINE.matcher(property.getKey()).matches()
            && SECRET_NAME.matcher(property.getValue()).find());
  }

  private static boolean isSecretOfKafka(Map.Entry<String, String> property) {
    String literal = REFERENCE.matcher(property.getValue()).replaceAll("");
    if (property.getKey().equals(SaslConfigs.SASL_JAAS_CONFIG)) {
      return LITERAL_OPTION.matcher(literal).find();
    }
    ConfigDef.ConfigKey known = CONSUMER.configKeys().get(property.getKey());
    boolean secret =
        known == null
            ? SECRET_NAME.matcher(property.getKey()).find()
            : known.type == ConfigDef.Type.PASSWORD;
    return secret && !literal.isBlank();
  }
}
