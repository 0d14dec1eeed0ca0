package io.offsetwise.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, '\b', '\n', '\r', 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200e, 0x2028, 0x2029,
        0x202e, 0x2066, 0xfeff, 0xd800, 0xe0001
      })
  void whatSteersATerminalOrForgesALineIsWrittenOut(int codePoint) {
    String planted = "a" + Character.toString(codePoint) + "b";

    assertThat(Text.of("got %s", planted)).isEqualTo("got a\\u%04xb".formatted(codePoint));
    assertThat(Text.of("got %s", List.of(planted)))
        .isEqualTo("got [a\\u%04xb]".formatted(codePoint));
  }

  @Test
  void theFormatKeepsItsLinesAndValuesTheirLetters() {
    assertThat(Text.of("%s:\n%,d of\t%s%s", "Zoë \ud83d\ude00\tя", 1234, null, 'x'))
        .isEqualTo("Zoë \ud83d\ude00\tя:\n1,234 of\tnullx");
  }
}
