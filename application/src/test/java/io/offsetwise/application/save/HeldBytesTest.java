package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldBytesTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 4, 5, 9, 100})
  void piecesComeBackAsTheyWereWhereverTheyWere(long memoryBytes) {
    try (HeldBytes held = new HeldBytes(memoryBytes)) {
      assertThat(texts(held)).isEmpty();
      byte[] used = "one, two, three".getBytes(StandardCharsets.UTF_8);
      held.add(ByteBuffer.wrap(used, 0, 4));
      held.add(ByteBuffer.allocate(0));
      held.add(ByteBuffer.wrap(used, 5, 4));
      used[5] = 'x'; // what is held is a copy
      assertThat(texts(held)).containsExactly("one,", "two,");

      held.add(ByteBuffer.wrap(used, 10, 5).slice());
      assertThat(texts(held))
          .as("from the beginning, with what is new")
          .hasSize(3)
          .endsWith("three");
    }
  }

  private static List<String> texts(HeldBytes held) {
    List<String> texts = new ArrayList<>();
    for (ByteBuffer piece : held) {
      assertThat(piece.hasArray()).isTrue();
      texts.add(StandardCharsets.UTF_8.decode(piece).toString());
    }
    return texts;
  }
}
