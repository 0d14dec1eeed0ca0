package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  @Test
  void whoeverNeedsSparkIsToldWhyItDidNotStart() {
    try (SparkStart start = SparkStart.of(settings(Map.of("spark.master", "nowhere")))) {
      assertThatThrownBy(() -> start.spark())
          .hasMessageContaining("Could not parse Master URL: 'nowhere'");
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
