package io.offsetwise.application.lengths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MessageCountTest {

  private static final MessageCount COUNT = new MessageCount("a", 1, 2, 30);

  @Test
  void countsOfOnePartitionAddUp() {
    assertThat(COUNT.plus(new MessageCount("a", 1, 5, 0)))
        .isEqualTo(new MessageCount("a", 1, 7, 30));
  }

  @Test
  void countsOfDifferentPartitionsDoNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COUNT.plus(new MessageCount("a", 2, 1, 1)))
        .withMessageContaining("different partitions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COUNT.plus(new MessageCount("b", 1, 1, 1)))
        .withMessageContaining("different partitions");
  }
}
