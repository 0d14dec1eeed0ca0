package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The properties of Kafka's consumers in one session: the user's, and those that the guarantees
 * need.
 *
 * <p>A property that the stream needs otherwise is refused rather than overwritten in silence.
 *
 * @param ofUser what the user set, by Kafka's names
 */
public record ConsumerProperties(Map<String, String> ofUser) {

  private static final String BYTES = ByteArrayDeserializer.class.getName();

  /** Properties that have one right value. */
  private static final List<RequiredProperty> FIXED =
      List.of(
          new RequiredProperty(
              ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
              "false",
              "Kafka would commit offsets of records that were not saved"),
          new RequiredProperty(
              ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
              "none",
              "latest loses records and earliest repeats them; the start rules decide instead"),
          new RequiredProperty(
              ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
              "false",
              "a topic that was deleted would come back empty, in the broker's own shape"),
          new RequiredProperty(
              ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
              BYTES,
              "keys are bytes until the job's function decodes them"),
          new RequiredProperty(
              ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
              BYTES,
              "values are bytes until the job's function decodes them"));

  /** No user can know it before the stream is claimed. */
  private static final RequiredProperty GROUP =
      new RequiredProperty(
          ConsumerConfig.GROUP_ID_CONFIG,
          "its name and its claim",
          "each claim of a stream needs a group of its own; offsets.kafka.group names the one that"
              + " keeps offsets");

  public ConsumerProperties {
    ofUser = Map.copyOf(ofUser);
  }

  /** The properties that no user may set otherwise, in a fixed order, by Kafka's names. */
  public static List<RequiredProperty> requirements() {
    return Stream.concat(FIXED.stream(), Stream.of(GROUP)).toList();
  }

  /**
   * Makes sure, before a stream is claimed, that no property breaks a guarantee: a claim for a
   * session that cannot open would only end a driver that works.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE} when the user set a property that has
   *     one right value to another
   */
  public void requireAllowed() {
    requirements().forEach(this::require);
    receiveBuffer();
  }

  /**
   * All properties for a session, as the connector wants them.
   *
   * @throws StoppedException as {@link #requireAllowed} does
   */
  public Map<String, Object> forSession(SaveContext context) {
    requireAllowed();
    Map<String, Object> properties = new HashMap<>(ofUser);
    FIXED.forEach(fixed -> properties.put(fixed.key(), fixed.value()));
    // The epoch is in the group, because Spark keeps consumers by group and partition for as long
    // as the process lives: a session must not meet what an earlier one has prefetched.
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, context.stream() + "-" + context.epoch());
    receiveBuffer().ifPresent(bytes -> properties.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, bytes));
    return properties;
  }

  private void require(RequiredProperty required) {
    required
        .refusal(ofUser)
        .ifPresent(
            refusal -> {
              throw StopReason.IMPOSSIBLE.because("Kafka's property %s", refusal);
            });
  }

  /** The connector casts this one to Integer; all others may stay strings. */
  private Optional<Integer> receiveBuffer() {
    return Optional.ofNullable(ofUser.get(ConsumerConfig.RECEIVE_BUFFER_CONFIG))
        .map(bytes -> number(ConsumerConfig.RECEIVE_BUFFER_CONFIG, bytes));
  }

  private static Integer number(String key, String value) {
    try {
      return Integer.valueOf(value.trim());
    } catch (NumberFormatException notANumber) {
      throw StopReason.IMPOSSIBLE.because(
          notANumber, "Kafka's property %s = %s is no whole number of bytes", key, value);
    }
  }
}
