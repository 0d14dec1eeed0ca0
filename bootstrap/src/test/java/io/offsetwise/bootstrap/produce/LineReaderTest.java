package io.offsetwise.bootstrap.produce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static final int LONGEST = 8;

  @Test
  void anEmptyInputHasNoLine() throws Exception {
    assertThat(linesOf("")).isEmpty();
  }

  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertThat(linesOf("one\ntwo")).containsExactly("one", "two");
    assertThat(linesOf("one\ntwo\n")).containsExactly("one", "two");
  }

  @Test
  void anEmptyLineIsALine() throws Exception {
    assertThat(linesOf("\n\none\n\n")).containsExactly("", "", "one", "");
  }

  @Test
  void aCarriageReturnEndsALineTogetherWithALineFeedAlone() throws Exception {
    assertThat(linesOf("one\r\n\r\na\rb\nlast\r")).containsExactly("one", "", "a\rb", "last\r");
  }

  @Test
  void everyOtherByteIsKept() throws Exception {
    StringBuilder everyByte = new StringBuilder();
    for (char character = 0; character < 256; character++) {
      everyByte.append(character == '\n' ? "" : character).append('\n');
    }

    List<String> lines = linesOf(everyByte.toString());

    assertThat(lines).hasSize(256);
    assertThat(String.join("\n", lines) + "\n")
        .isEqualTo(everyByte.toString().replace("\r\n", "\n"));
  }

  @Test
  void aLineMayHaveTheGreatestLength() throws Exception {
    assertThat(linesOf("12345678\n12345678")).containsExactly("12345678", "12345678");
  }

  @Test
  void aLongerLineIsNotRead() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThatExceptionOfType(LineReader.LineTooLongException.class)
        .isThrownBy(() -> new LineReader(endless, LONGEST).next())
        .withMessage("line 1 has more than 8 bytes");
    assertThatExceptionOfType(LineReader.LineTooLongException.class)
        .isThrownBy(() -> linesOf("one\n\n123456789"))
        .withMessage("line 3 has more than 8 bytes");
  }

  private static List<String> linesOf(String input) throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(input.getBytes(ISO_8859_1)), LONGEST);
    List<String> lines = new ArrayList<>();
    for (Optional<byte[]> line = reader.next(); line.isPresent(); line = reader.next()) {
      lines.add(new String(line.get(), ISO_8859_1));
    }
    return lines;
  }
}
