package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of the checkpoint: Spark writes its whole configuration into each of its files.
 * Kafka's parameters are there as well; what is secret among them is a reference. Pure.
 */
public final class CheckpointSecrets {

  /** What Spark itself hides when it shows its configuration. */
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i)secret|password|token|access[.]?key");

  private static final Pattern COMMAND_LINE = Pattern.compile("(?i).*JavaOptions");

  private CheckpointSecrets() {}

  /**
   * Refuses what would write a secret into the checkpoint.
   *
   * @param spark properties of Spark
   * @throws StoppedException with reason {@code IMPOSSIBLE}, which names the properties and not
   *     their values
   */
  public static void requireNone(Map<String, String> spark) {
    List<String> names =
        spark.entrySet().stream()
            .filter(CheckpointSecrets::isSecret)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      throw StopReason.IMPOSSIBLE.because(
          """
          %s %s refused with offsets.storage = checkpoint: Spark would write the secret into every \
          checkpoint file; keep it out of Spark's properties, or set offsets.storage = own""",
          String.join(", ", names), names.size() == 1 ? "is" : "are");
    }
  }

  private static boolean isSecret(Map.Entry<String, String> property) {
    return SECRET_NAME.matcher(property.getKey()).find()
        || (COMMAND_LINE.matcher(property.getKey()).matches()
            && SECRET_NAME.matcher(property.getValue()).find());
  }
}
