package io.offsetwise.application.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs write. */
class TextFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "é\r\nb\n"})
  void aByteOrderMarkIsNoPartOfTheText(String text) throws IOException {
    assertThat(file(text.getBytes(UTF_8)).read()).isEqualTo(text);
    assertThat(file(("\uFEFF" + text).getBytes(UTF_8)).read()).isEqualTo(text);
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() {
    assertThatThrownBy(() -> file("a\nb\ncafé".getBytes(ISO_8859_1)).read())
        .isInstanceOf(TextFile.NotUtf8Exception.class)
        .hasMessage("line 3 holds bytes that are no text in UTF-8: save it in UTF-8");
    assertThatThrownBy(() -> file("\uFEFFa\n".getBytes(UTF_16LE)).read())
        .hasMessage("line 1 begins with the byte order mark of UTF-16: save it in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "é", "abc", "\u0000bcd"})
  void anInputGoesOnBehindIt(String text) throws IOException {
    assertThat(rest(text)).isEqualTo(text);
    assertThat(rest("\uFEFF" + text)).isEqualTo(text);
  }

  private static String rest(String text) throws IOException {
    BufferedInputStream input =
        new BufferedInputStream(new ByteArrayInputStream(text.getBytes(UTF_8)));
    ByteOrderMark.passOver(input);
    return new String(input.readAllBytes(), UTF_8);
  }

  private TextFile file(byte[] content) throws IOException {
    return new TextFile(Files.write(folder.resolve("file"), content));
  }
}
