package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaConnectionTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(6);

  @Test
  void everyHostOfTheListHasItsTurnWithinTheTimeout() {
    Map<String, String> properties =
        KafkaConnection.to(TIMEOUT, "one:9092", "two:9092").clientProperties();

    assertThat(properties)
        .containsEntry("bootstrap.servers", "one:9092,two:9092")
        .containsEntry("request.timeout.ms", "2000")
        .containsEntry("socket.connection.setup.timeout.ms", "2000")
        .containsEntry("socket.connection.setup.timeout.max.ms", "2000")
        .containsEntry("reconnect.backoff.ms", "2500")
        .containsEntry("reconnect.backoff.max.ms", "2500");
  }

  @Test
  void whoLeadsIsAskedAgainWhileTheFormerLeaderIsLeftAlone() {
    assertThat(KafkaConnection.to(TIMEOUT, "one:9092", "two:9092").clientProperties())
        .containsEntry("metadata.max.age.ms", "2000");
  }

  @Test
  void theOnlyHostIsAskedAgainAsSoonAsKafkaDoes() {
    assertThat(KafkaConnection.to(TIMEOUT, "one:9092").clientProperties())
        .doesNotContainKeys("reconnect.backoff.ms", "reconnect.backoff.max.ms");
  }

  @Test
  void theUsersPropertiesWinExceptForTheAddresses() {
    KafkaConnection connection =
        new KafkaConnection(
            List.of("one:9092"),
            Map.of("request.timeout.ms", "77", "bootstrap.servers", "elsewhere:1"),
            TIMEOUT);

    assertThat(connection.clientProperties())
        .containsEntry("request.timeout.ms", "77")
        .containsEntry("bootstrap.servers", "one:9092");
  }

  @Test
  void boundsTakeTheTimeoutUnlessTheUserChoseTheTimesOfARequest() {
    KafkaConnection chosen =
        new KafkaConnection(List.of("127.0.0.1:9"), Map.of("request.timeout.ms", "30000"), TIMEOUT);

    assertThat(KafkaConnection.to(TIMEOUT, "one:9092").clientProperties("delivery.timeout.ms"))
        .containsEntry("delivery.timeout.ms", "6000");
    assertThat(chosen.clientProperties("delivery.timeout.ms"))
        .doesNotContainKey("delivery.timeout.ms");
    BoundedAdmin.open(chosen).close();
  }

  @Test
  void aTimeoutShorterThanAnAttemptIsTheAttempt() {
    assertThat(KafkaConnection.to(Duration.ofMillis(200), "one:9092").clientProperties())
        .containsEntry("request.timeout.ms", "200");
  }

  @Test
  void whatTravelsHoldsTheReferenceAndNotTheSecret() throws Exception {
    KafkaConnection connection =
        new KafkaConnection(
            List.of("one:9092"), Map.of("ssl.key.password", "${env:PATH}"), TIMEOUT);

    byte[] travelling = serialized(connection);

    assertThat(new String(travelling, StandardCharsets.ISO_8859_1))
        .contains("${env:PATH}")
        .doesNotContain(System.getenv("PATH"));
    assertThat(connection.clientProperties()).containsEntry("ssl.key.password", "${env:PATH}");
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(travelling))) {
      assertThat(in.readObject()).isEqualTo(connection);
    }
  }

  @Test
  void itsTextNamesPropertiesWithoutTheirValues() {
    KafkaConnection connection =
        new KafkaConnection(List.of("one:9092"), Map.of("ssl.key.password", "hunter2"), TIMEOUT);

    assertThat(connection.toString())
        .contains("one:9092", "6000 ms", "ssl.key.password")
        .doesNotContain("hunter2");
  }

  @Test
  void anAddressThatCannotBeOneIsNamed() {
    assertUnavailable(KafkaConnection.to(TIMEOUT, "no-port")).hasMessageContaining("no-port");
  }

  @Test
  void propertiesThatNoClientTakesAreNamedWithoutTheirSecrets() {
    String jaas = "org.example.Login hunter2 password=hunter2;";
    KafkaConnection connection =
        new KafkaConnection(
            List.of("127.0.0.1:9"),
            Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.jaas.config", jaas),
            TIMEOUT);

    assertUnavailable(connection)
        .hasMessageContaining("sasl.jaas.config")
        .satisfies(thrown -> assertThat(stackTraceOf(thrown)).doesNotContain("hunter2"));
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    KafkaConnection connection =
        new KafkaConnection(
            List.of("127.0.0.1:9"),
            Map.of("ssl.key.password", "${env:OFFSETWISE_NOT_SET}"),
            TIMEOUT);

    assertUnavailable(connection).hasMessageContaining("${env:OFFSETWISE_NOT_SET}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void blankAddressesAreRefused(String address) {
    assertThatThrownBy(() -> KafkaConnection.to(TIMEOUT, address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noAddressAndNoTimeAreRefused() {
    assertThatThrownBy(() -> KafkaConnection.to(TIMEOUT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KafkaConnection.to(Duration.ZERO, "one:9092"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable>
      assertUnavailable(KafkaConnection connection) {
    return assertThatThrownBy(() -> BoundedAdmin.open(connection))
        .isInstanceOf(StoppedException.class)
        .satisfies(
            thrown ->
                assertThat(((StoppedException) thrown).reason()).isEqualTo(StopReason.UNAVAILABLE));
  }

  private static String stackTraceOf(Throwable thrown) {
    java.io.StringWriter text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  private static byte[] serialized(Object value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }
}
