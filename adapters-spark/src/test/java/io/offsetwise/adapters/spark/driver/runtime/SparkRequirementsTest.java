package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SparkRequirementsTest {

  @ParameterizedTest
  @EnumSource
  void setsWhatEveryGuaranteeNeeds(DeliveryGuarantee guarantee) {
    assertThat(new SparkRequirements(guarantee).applyTo(Map.of("spark.executor.cores", "3")))
        .containsEntry("spark.executor.cores", "3")
        .containsEntry("spark.streaming.concurrentJobs", "1");
  }

  @Test
  void forbidsRetriesUnderAtMostOnceAlone() {
    assertThat(new SparkRequirements(DeliveryGuarantee.AT_MOST_ONCE).applyTo(Map.of()))
        .containsEntry("spark.task.maxFailures", "1")
        .containsEntry("spark.speculation", "false");
    assertThat(new SparkRequirements(DeliveryGuarantee.AT_LEAST_ONCE).applyTo(Map.of()))
        .doesNotContainKeys("spark.task.maxFailures", "spark.speculation");
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AT_MOST_ONCE               | spark.streaming.concurrentJobs                   | 2
          TRANSACTIONAL_EXACTLY_ONCE | spark.streaming.concurrentJobs                   | 2
          AT_MOST_ONCE               | spark.task.maxFailures                           | 4
          AT_MOST_ONCE               | spark.speculation                                | true
          AT_MOST_ONCE               | spark.master                                     | local[2,4]
          AT_MOST_ONCE               | spark.master                                     | local[*, 2]
          TRANSACTIONAL_EXACTLY_ONCE | spark.streaming.kafka.maxRatePerPartition        | 0
          AT_MOST_ONCE               | spark.streaming.kafka.maxRatePerPartition        | -1
          AT_LEAST_ONCE              | spark.streaming.kafka.maxRatePerPartition        | much
          """)
  void refusesWhatBreaksTheGuarantee(DeliveryGuarantee guarantee, String key, String value) {
    assertThatThrownBy(() -> new SparkRequirements(guarantee).applyTo(Map.of(key, value)))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageStartingWith(key + " = " + value + " is refused: ");
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AT_MOST_ONCE               | spark.streaming.concurrentJobs | 1
          AT_MOST_ONCE               | spark.speculation              | FALSE
          AT_MOST_ONCE               | spark.master                   | local[2]
          AT_MOST_ONCE               | spark.master                   | local[2,1]
          AT_MOST_ONCE               | spark.master                   | local-cluster[2,1,1024]
          AT_MOST_ONCE               | spark.master                   | spark://127.0.0.1:7077
          AT_LEAST_ONCE              | spark.task.maxFailures         | 4
          IDEMPOTENT_EXACTLY_ONCE    | spark.speculation              | true
          TRANSACTIONAL_EXACTLY_ONCE | spark.master                   | local[2,4]
          TRANSACTIONAL_EXACTLY_ONCE | spark.streaming.backpressure.enabled | true
          TRANSACTIONAL_EXACTLY_ONCE | spark.streaming.kafka.maxRatePerPartition | 010
          """)
  void letsPassWhatDoesNot(DeliveryGuarantee guarantee, String key, String value) {
    assertThat(new SparkRequirements(guarantee).applyTo(Map.of(key, value)))
        .extractingByKey(key)
        .asString()
        .isEqualToIgnoringCase(value);
  }

  @Test
  void saysAllRefusalsAtOnce() {
    Map<String, String> properties =
        Map.of("spark.task.maxFailures", "4", "spark.speculation", "true");

    assertThatThrownBy(
            () -> new SparkRequirements(DeliveryGuarantee.AT_MOST_ONCE).applyTo(properties))
        .hasMessage(
            "spark.task.maxFailures = 4 is refused: at-most-once must not run a task again, it could"
                + " repeat records; remove it, the stream sets 1; spark.speculation = true is refused:"
                + " at-most-once must not run a second copy of a task, it could repeat records;"
                + " remove it, the stream sets false");
  }
}
