package io.offsetwise.adapters.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

  @Test
  void portsOfServersThatDoNotYetListenDifferAndAreNoneOfThoseThatClientsAreGiven() {
    assertThat(LoopbackPort.any(20))
        .hasSize(20)
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).isLessThan(32_768));
  }

  @Test
  void aPortThatIsChosenAlreadyIsNoneOfTheOthers() {
    int chosen = LoopbackPort.any(1).get(0);

    assertThat(IntStream.range(0, 20).map(i -> LoopbackPort.anyBut(chosen)))
        .isNotEmpty()
        .doesNotContain(chosen);
  }
}
