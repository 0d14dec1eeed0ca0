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
    assertThatThrownBy(() -> CheckpointSecrets.requireNone(Map.of(key, value), Map.of()))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> Assertions.assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageStartingWith(key + " is refused with offsets.storage = checkpoint")
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssl.truststore.password|planted",
        "ssl.key.password|${env:KEY}planted",
        "my.own.token|planted",
        "sasl.jaas.config|m.PlainLoginModule required username=\"u\" password=\"planted\";",
        "sasl.jaas.config|m.OAuthLoginModule required clientSecret='planted';"
      })
  void aSecretOfKafkaIsRefusedByName(String key, String value) {
    assertThatThrownBy(() -> CheckpointSecrets.requireNone(Map.of(), Map.of(key, value)))
        .hasMessageStartingWith("kafka.properties." + key + " is refused")
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssl.truststore.password|${env:TRUST}",
        "ssl.truststore.location|/etc/trust",
        "sasl.oauthbearer.token.endpoint.url|https://localhost/token",
        "sasl.jaas.config|m.PlainLoginModule required username=\"u\" password=\"${file:/run/p}\";",
        "sasl.jaas.config|m.Krb5LoginModule required keyTab=\"/etc/k\" principal=\"p\";"
      })
  void aReferenceIsNoSecret(String key, String value) {
    assertThatCode(() -> CheckpointSecrets.requireNone(Map.of(), Map.of(key, value)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"spark.app.name, token-counter", "spark.executor.extraJavaOptions, -Xmx1g"})
  void otherPropertiesOfSparkAreNoSecrets(String key, String value) {
    assertThatCode(() -> CheckpointSecrets.requireNone(Map.of(key, value), Map.of()))
        .doesNotThrowAnyException();
  }
}
