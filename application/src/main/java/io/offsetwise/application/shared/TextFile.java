package io.offsetwise.application.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that another program may have written: a text in UTF-8, with or without a byte order mark.
 * Nothing is read into what is no such text, so that no name gets letters which nobody has typed.
 *
 * @param path the file
 */
public record TextFile(Path path) {

  /**
   * The text, without a byte order mark; line ends are what they are.
   *
   * @throws NotUtf8Exception naming the line
   * @throws IOException when the file is not there or not readable
   */
  public String read() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    ByteOrderMark.passOver(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult result = decoder.decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      throw new NotUtf8Exception(lineAfter(text), "holds bytes that are no text in UTF-8");
    }
    return text.toString();
  }

  private static long lineAfter(CharBuffer text) {
    return 1 + text.chars().filter(character -> character == '\n').count();
  }

  /** A file is no text in UTF-8. */
  public static final class NotUtf8Exception extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    NotUtf8Exception(long line, String what) {
      super("line " + line + " " + what + ": save it in UTF-8");
      this.line = line;
    }

    /** The number of the first line that is none, 1 or more. */
    public long line() {
      return line;
    }
  }
}
