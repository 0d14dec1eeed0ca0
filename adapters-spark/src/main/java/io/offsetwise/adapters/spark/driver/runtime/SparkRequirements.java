package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a guarantee needs of Spark's properties: set where the user left them open, refused where
 * the user set them otherwise. Pure.
 *
 * @param guarantee what is promised
 */
public record SparkRequirements(DeliveryGuarantee guarantee) {

  private static final List<RequiredProperty> ALWAYS =
      List.of(
          new RequiredProperty(
              "spark.streaming.concurrentJobs",
              "1",
              "batches that run at the same time finish out of order"),
          new RequiredProperty(
              "spark.dynamicAllocation.enabled",
              "false",
              "an executor that is ended takes tasks with it, which are run again uncounted"),
          new RequiredProperty(
              "spark.streaming.dynamicAllocation.enabled",
              "false",
              "an executor that is ended takes tasks with it, which are run again uncounted"));

  private static final List<RequiredProperty> WITHOUT_RETRIES =
      List.of(
          new RequiredProperty(
              "spark.task.maxFailures",
              "1",
              "at-most-once must not run a task again, it could repeat records"),
          new RequiredProperty(
              "spark.speculation",
              "false",
              "at-most-once must not run a second copy of a task, it could repeat records"));

  private static final RequiredProperty MASTER =
      new RequiredProperty(
          SparkMaster.PROPERTY,
          "local[N], not local[N,F]",
          "F allows a task to fail and be run again");

  /** Spark takes a limit of 0, or a negative one, for none. */
  private static final RequiredProperty RATE =
      new RequiredProperty(
          "spark.streaming.kafka.maxRatePerPartition",
          "1 or more",
          "the first batch after an outage would take all records at once, more than memory may"
              + " hold");

  private static final Pattern LIMIT = Pattern.compile("\\s*0*[1-9]\\d*\\s*");

  public SparkRequirements {
    Objects.requireNonNull(guarantee, "guarantee");
  }

  /**
   * What is required, in a fixed order; that of the rate and that of the master are rules about
   * their form.
   */
  public List<RequiredProperty> requirements() {
    List<RequiredProperty> all = new ArrayList<>(withOneValue());
    all.add(RATE);
    if (forbidsRetries()) {
      all.add(MASTER);
    }
    return List.copyOf(all);
  }

  /**
   * The user's properties together with the required ones.
   *
   * @param properties what the user set, {@code spark.master} included
   * @throws StoppedException with reason {@code IMPOSSIBLE} and one sentence for each property that
   *     breaks the guarantee
   */
  public Map<String, String> applyTo(Map<String, String> properties) {
    List<String> refusals = new ArrayList<>();
    withOneValue().forEach(required -> required.refusal(properties).ifPresent(refusals::add));
    retriesOfMaster(properties).ifPresent(refusals::add);
    missingLimit(properties).ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      throw StopReason.IMPOSSIBLE.because("%s", String.join("; ", refusals));
    }
    Map<String, String> applied = new LinkedHashMap<>(properties);
    withOneValue().forEach(required -> applied.put(required.key(), required.value()));
    return applied;
  }

  private List<RequiredProperty> withOneValue() {
    List<RequiredProperty> all = new ArrayList<>(ALWAYS);
    if (forbidsRetries()) {
      all.addAll(WITHOUT_RETRIES);
    }
    return all;
  }

  private boolean forbidsRetries() {
    return switch (guarantee) {
      case AT_MOST_ONCE -> true;
      case AT_LEAST_ONCE, IDEMPOTENT_EXACTLY_ONCE, TRANSACTIONAL_EXACTLY_ONCE -> false;
    };
  }

  private Optional<String> retriesOfMaster(Map<String, String> properties) {
    SparkMaster master = SparkMaster.of(properties);
    if (!forbidsRetries() || !master.repeatsTasks()) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "spark.master = %s is refused: at-most-once must not run a task again, it could repeat"
                + " records; write it without the number of failures",
            master.url()));
  }

  private static Optional<String> missingLimit(Map<String, String> properties) {
    return Optional.ofNullable(properties.get(RATE.key()))
        .filter(given -> !LIMIT.matcher(given).matches())
        .map(
            given ->
                Text.of(
                    "%s = %s is refused: %s; remove it, or set it to %s",
                    RATE.key(), given, RATE.because(), RATE.value()));
  }
}
