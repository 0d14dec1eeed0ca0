package io.offsetwise.bootstrap.produce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lines as bytes, whatever their encoding. A line ends with a line feed, or with a carriage return
 * and a line feed; every other byte belongs to it. Holds one line at a time; not thread-safe.
 */
final class LineReader {

  private final InputStream input;
  private final int longest;
  private long number;

  /**
   * The lines of {@code input}, which stays the caller's and should be buffered.
   *
   * @param longest most bytes of a line, so that an input without line ends does not fill the
   *     memory
   */
  LineReader(InputStream input, int longest) {
    this.input = input;
    this.longest = longest;
  }

  /**
   * The next line without its end, or empty after the last one.
   *
   * @throws LineTooLongException when it has more bytes than a line may have
   */
  Optional<byte[]> next() throws IOException {
    int first = input.read();
    return first < 0 ? Optional.empty() : Optional.of(line(first));
  }

  private byte[] line(int first) throws IOException {
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = first;
    while (next >= 0 && next != '\n') {
      if (line.size() == longest) {
        throw new LineTooLongException(number, longest);
      }
      line.write(next);
      next = input.read();
    }
    byte[] bytes = line.toByteArray();
    return next == '\n' ? withoutCarriageReturn(bytes) : bytes;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    boolean ends = line.length > 0 && line[line.length - 1] == '\r';
    return ends ? Arrays.copyOf(line, line.length - 1) : line;
  }

  /** A line has more bytes than a record may have. */
  static final class LineTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    LineTooLongException(long number, int longest) {
      super("line " + number + " has more than " + longest + " bytes");
    }
  }
}
