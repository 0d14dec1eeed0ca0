package io.offsetwise.adapters.kafka.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralSecretsTest {

  @Test
  void whatKafkasClientsTakeForSecretIsTaken() {
    assertThat(
            Stream.of(
                    ConsumerConfig.configDef(),
                    ProducerConfig.configDef(),
                    AdminClientConfig.configDef())
                .flatMap(client -> client.configKeys().values().stream())
                .filter(known -> known.type == ConfigDef.Type.PASSWORD)
                .map(known -> Map.of(known.name, "password=planted")))
        .hasSizeGreaterThan(15)
        .allSatisfy(property -> assertThat(LiteralSecrets.in(property)).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssl.truststore.password|planted",
        "ssl.keystore.key|planted",
        "ssl.key.password|${env:KEY}planted",
        "ssl.key.password|${planted}",
        "my.own.token|planted",
        "sasl.jaas.config|m.PlainLoginModule required username=\"u\" password=\"planted\";",
        "sasl.jaas.config|m.OAuthLoginModule required clientSecret='planted';"
      })
  void aSecretAsTextIsFound(String name, String value) {
    assertThat(LiteralSecrets.in(Map.of(name, value, "client.id", "x"))).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssl.truststore.password|${env:TRUST}",
        "ssl.keystore.key|${file:/etc/key.pem}",
        "ssl.truststore.location|/etc/trust",
        "sasl.oauthbearer.token.endpoint.url|https://localhost/token",
        "sasl.jaas.config|m.PlainLoginModule required username=\"u\" password=\"${file:/run/p}\";",
        "sasl.jaas.config|m.ScramLoginModule required tokenauth=true password=\"${env:P}\";",
        "sasl.jaas.config|m.Krb5LoginModule required keyTab=\"/etc/k\" principal=\"p\";"
      })
  void aReferenceIsNoSecret(String name, String value) {
    assertThat(LiteralSecrets.in(Map.of(name, value))).isEmpty();
  }
}
