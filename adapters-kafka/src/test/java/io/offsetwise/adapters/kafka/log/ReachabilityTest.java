package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With servers that answer a few bytes; with a real broker it is tested in the application. */
class ReachabilityTest {

  private static final byte[] TLS_ALERT = {0x15, 3, 3, 0, 2, 2, 70};
  private static final byte[] KAFKA = {0, 0, 0, 10, 'o', 'f', 'f', 's', 0, 0, 0, 0, 0, 0};
  private static final byte[] HTTP = {'H', 'T', 'T', 'P', '/', '1', '.', '1', ' ', '4', '0', '0'};
  private static final byte[] NOTHING = {};

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments("PLAINTEXT", TLS_ALERT, "speaks TLS, and kafka.properties.security.protocol is"),
        arguments("SASL_SSL", KAFKA, "speaks Kafka without TLS, and kafka.properties.security"),
        arguments("PLAINTEXT", HTTP, "closes the connection, or does not speak Kafka ("),
        arguments(
            "SSL",
            TLS_ALERT,
            "speaks TLS (kafka.bootstrap-servers): the broker is probably overloaded"),
        arguments("PLAINTEXT", NOTHING, "closes the connection, or does not speak Kafka ("));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void saysWhatIsBehindTheAddress(String protocol, byte[] answer, String words) throws Exception {
    try (ServerSocket server = server()) {
      Thread answering = new Thread(() -> answer(server, answer));
      answering.setDaemon(true);
      answering.start();

      assertThat(explained(protocol, address(server)))
          .contains(address(server), "(kafka.bootstrap-servers)")
          .contains(words);
    }
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForLong() throws Exception {
    try (ServerSocket silent = server()) {
      assertThat(explained("PLAINTEXT", address(silent)))
          .startsWith(address(silent) + " takes a connection and says nothing");
    }
  }

  @Test
  void whoeverCannotBeReachedIsNamedWithTheReason() throws Exception {
    String closed;
    try (ServerSocket server = server()) {
      closed = address(server);
    }

    assertThat(explained("PLAINTEXT", closed, "no-such-host.invalid:9092"))
        .contains(closed + " takes no connection")
        .contains("no-such-host.invalid:9092 is a name without an address")
        .contains("(kafka.bootstrap-servers): the broker is probably down, or the address wrong");
  }

  private static String explained(String protocol, String... servers) {
    KafkaConnection connection =
        new KafkaConnection(
            List.of(servers), Map.of("security.protocol", protocol), Duration.ofMillis(300));
    return new Reachability(connection).explained();
  }

  private static void answer(ServerSocket server, byte[] answer) {
    while (!server.isClosed()) {
      answerOnce(server, answer);
    }
  }

  private static void answerOnce(ServerSocket server, byte[] answer) {
    try (Socket client = server.accept()) {
      client.getInputStream().readNBytes(14); // the whole question: or closing would reset
      client.getOutputStream().write(answer);
    } catch (IOException gone) {
      // the client has hung up, or the test is over
    }
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static String address(ServerSocket server) {
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }
}
