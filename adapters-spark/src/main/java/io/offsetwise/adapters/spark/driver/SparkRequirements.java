package io.offsetwise.adapters.spark.driver;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a guarantee needs of Spark's properties: set where the user left them open, refused where
 * the user set them otherwise. Pure.
 *
 * @param guarantee what is promised
 */
public record SparkRequirements(DeliveryGuarantee guarantee) {

  private static final Pattern LOCAL_WITH_FAILURES =
      Pattern.compile("local\\[[^,\\]]+,\\s*(\\d+)\\s*\\]");

  private static final List<Requirement> ALWAYS =
      List.of(
          new Requirement(
              "spark.streaming.concurrentJobs",
              "1",
              "batches that run at the same time finish out of order"),
          new Requirement(
              "spark.streaming.kafka.allowNonConsecutiveOffsets",
              "false",
              "the connector then returns a record after the end of a range without records, twice"));

  private static final List<Requirement> WITHOUT_RETRIES =
      List.of(
          new Requirement(
              "spark.task.maxFailures",
              "1",
              "at-most-once must not run a task again, it could repeat records"),
          new Requirement(
              "spark.speculation",
              "false",
              "at-most-once must not run a second copy of a task, it could repeat records"));

  public SparkRequirements {
    Objects.requireNonNull(guarantee, "guarantee");
  }

  /** The required properties, in a fixed order. */
  public List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>(ALWAYS);
    if (forbidsRetries()) {
      all.addAll(WITHOUT_RETRIES);
    }
    return List.copyOf(all);
  }

  /**
   * The user's properties together with the required ones.
   *
   * @param properties what the user set, {@code spark.master} included
   * @throws StreamStoppedException with reason {@code IMPOSSIBLE} and one sentence for each
   *     property that breaks the guarantee
   */
  public Map<String, String> applyTo(Map<String, String> properties) {
    List<String> refusals = new ArrayList<>();
    requirements().forEach(requirement -> requirement.refusal(properties).ifPresent(refusals::add));
    retriesOfMaster(properties).ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      throw new StreamStoppedException(StopReason.IMPOSSIBLE, String.join("; ", refusals));
    }
    Map<String, String> applied = new LinkedHashMap<>(properties);
    requirements().forEach(requirement -> applied.put(requirement.key(), requirement.value()));
    return applied;
  }

  private boolean forbidsRetries() {
    return switch (guarantee) {
      case AT_MOST_ONCE -> true;
      case AT_LEAST_ONCE, IDEMPOTENT_EXACTLY_ONCE, TRANSACTIONAL_EXACTLY_ONCE -> false;
    };
  }

  private Optional<String> retriesOfMaster(Map<String, String> properties) {
    String master = properties.getOrDefault("spark.master", "");
    Matcher local = LOCAL_WITH_FAILURES.matcher(master);
    if (!forbidsRetries() || !local.matches() || local.group(1).equals("1")) {
      return Optional.empty();
    }
    return Optional.of(
        "spark.master = "
            + master
            + " is refused: at-most-once must not run a task again, it could repeat records; write"
            + " it without the number of failures");
  }

  /**
   * A property with one right value.
   *
   * @param key the property
   * @param value its right value
   * @param because what another value would do, without a full stop
   */
  public record Requirement(String key, String value, String because) {

    private Optional<String> refusal(Map<String, String> properties) {
      String given = properties.getOrDefault(key, value);
      if (given.trim().equalsIgnoreCase(value)) {
        return Optional.empty();
      }
      return Optional.of(
          key + " = " + given + " is refused: " + because + "; remove it or set it to " + value);
    }
  }
}
