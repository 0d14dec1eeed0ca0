package io.offsetwise.adapters.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointSecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.authenticate.secret|planted",
        "spark.hadoop.fs.s3a.access.key|planted",
        "spark.ssl.keyPassword|planted",
        "spark.executor.extraJavaOptions|-Ddb.password=planted"
      })
  void aSecretOfSparkIsRefusedByName(String key, String value) {
    assertThatThrownBy(() -> CheckpointSecrets.requireNone(Map.of(key, value)))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> Assertions.assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageStartingWith(key + " is refused with offsets.storage = checkpoint")
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @CsvSource({"spark.app.name, token-counter", "spark.executor.extraJavaOptions, -Xmx1g"})
  void otherPropertiesOfSparkAreNoSecrets(String key, String value) {
    assertThatCode(() -> CheckpointSecrets.requireNone(Map.of(key, value)))
        .doesNotThrowAnyException();
  }
}
