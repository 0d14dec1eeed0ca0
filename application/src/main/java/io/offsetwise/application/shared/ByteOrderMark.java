package io.offsetwise.application.shared;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** What some programs write ahead of a text, to say how it is encoded. */
public final class ByteOrderMark {

  private static final String OF_UTF_8 = "efbbbf";
  private static final int LENGTH = 3;

  private ByteOrderMark() {}

  /**
   * Passes over that of UTF-8 where the input begins with it; any other beginning stays.
   *
   * @param input at its beginning
   * @throws TextFile.NotUtf8Exception at the mark of another encoding
   */
  public static void passOver(BufferedInputStream input) throws IOException {
    input.mark(LENGTH);
    ByteBuffer first = ByteBuffer.wrap(input.readNBytes(LENGTH));
    passOver(first);
    input.reset();
    input.skipNBytes(first.position());
  }

  /** The same for bytes, whose position moves. */
  static void passOver(ByteBuffer bytes) throws IOException {
    int length = Math.min(LENGTH, bytes.remaining());
    byte[] first = new byte[length];
    bytes.get(bytes.position(), first);
    String mark = HexFormat.of().formatHex(first);
    if (mark.startsWith("feff") || mark.startsWith("fffe")) {
      throw new TextFile.NotUtf8Exception(1, "begins with the byte order mark of UTF-16");
    }
    if (mark.equals(OF_UTF_8)) {
      bytes.position(bytes.position() + LENGTH);
    }
  }
}
