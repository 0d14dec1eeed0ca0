package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spark beside the start of everything else. */
class SparkStartIT {

  private static final String BROKERS = "kafka.bootstrap-servers";

  @Test
  void whatIsNeverAskedForIsStoppedAllTheSame() {
    SparkStart never = SparkStart.of(settings(Map.of()));
    never.close();

    try (SparkStart next = SparkStart.of(settings(Map.of()))) {
      assertThat(next.spark().context().sc().isStopped()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "spark.serializer, no.such.Serializer, ClassNotFoundException: no.such.Serializer",
    "spark.driver.bindAddress, 203.0.113.1, BindException",
    "spark.files, /no/such/file, FileNotFoundException",
  })
  void whatSparkCannotStartWithIsOneSentence(String key, String value, String seen) {
    try (SparkStart start = SparkStart.of(settings(Map.of(key, value)))) {
      assertThatThrownBy(() -> start.spark())
          .isInstanceOf(StoppedException.class)
          .hasMessageStartingWith("Spark cannot be started (" + seen)
          .hasMessageContaining("a setting below spark is probably wrong")
          .satisfies(stop -> assertThat(ExitCode.of(stop)).isEqualTo(ExitCode.UNAVAILABLE));
    }
  }

  @Test
  void beforeSomebodyElsesBrokerWasLookedAtNothingStarts() {
    try (SparkStart waiting = SparkStart.of(settings(Map.of(BROKERS, "localhost:9092")))) {
      assertThat(waiting).isNotNull();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("start-spark");
    }
  }

  private static Settings settings(Map<String, String> given) {
    return Configuration.ofDefaults(given).settings();
  }
}
