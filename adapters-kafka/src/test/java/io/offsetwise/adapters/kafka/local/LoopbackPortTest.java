package io.offsetwise.adapters.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

  @Test
  void portsOfServersThatDoNotYetListenDifferAndAreNoneOfThoseThatClientsAreGiven() {
    List<Integer> ports = Stream.generate(LoopbackPort::any).limit(20).toList();

    assertThat(ports)
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).isLessThan(32_768));
  }

  @Test
  void aPortWhereAnotherListensIsPassedOver() throws IOException {
    int before = LoopbackPort.any();
    try (ServerSocket other = new ServerSocket(before + 1, 1, InetAddress.getLoopbackAddress())) {
      assertThat(LoopbackPort.any()).isNotEqualTo(other.getLocalPort());
    }
  }
}
