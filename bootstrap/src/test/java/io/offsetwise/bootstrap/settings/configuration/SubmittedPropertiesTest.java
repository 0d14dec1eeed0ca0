package io.offsetwise.bootstrap.settings.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which properties of a process are settings that spark-submit was told. */
class SubmittedPropertiesTest {

  @Test
  void oursLoseTheirPrefixAndSparksKeepTheirs() {
    Properties process = new Properties();
    process.setProperty("spark.offsetwise.job.guarantee", "at-least-once");
    process.setProperty("spark.offsetwise.kafka.properties.client.id", "till");
    process.setProperty("spark.master", "yarn");
    process.setProperty("spark.submit.pyFiles", "");
    process.setProperty("java.version", "17");

    assertThat(SubmittedProperties.in(process))
        .isEqualTo(
            Map.of(
                "job.guarantee", "at-least-once",
                "kafka.properties.client.id", "till",
                "spark.master", "yarn"));
  }

  @Test
  void whatIsMeantForUsWinsOverWhatIsMeantForSpark() {
    Properties process = new Properties();
    process.setProperty("spark.executor.cores", "1");
    process.setProperty("spark.offsetwise.spark.executor.cores", "2");

    assertThat(SubmittedProperties.in(process)).containsEntry("spark.executor.cores", "2");
  }
}
