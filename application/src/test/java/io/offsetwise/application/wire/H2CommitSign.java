package io.offsetwise.application.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * H2's client prepares {@code COMMIT} once for a connection, under a number, and sends that number
 * whenever it commits.
 */
final class H2CommitSign implements CommitSign {

  private static final String COMMIT = "COMMIT";
  private static final int EXECUTE_UPDATE = 3;
  private static final int NO_PARAMETERS = 0;
  private static final int NO_KEYS = 0;

  /** The length of the text, and the text. */
  private static final byte[] TEXT =
      ByteBuffer.allocate(Integer.BYTES + COMMIT.length() * Character.BYTES)
          .putInt(COMMIT.length())
          .put(COMMIT.getBytes(StandardCharsets.UTF_16BE))
          .array();

  private OptionalInt prepared = OptionalInt.empty();

  @Override
  public boolean isIn(byte[] request) {
    OptionalInt text = new Bytes(request).indexOf(TEXT);
    if (text.isPresent()) {
      prepared = OptionalInt.of(ByteBuffer.wrap(request).getInt(text.getAsInt() - Integer.BYTES));
      return false;
    }
    return prepared.isPresent() && new Bytes(request).endsWith(execution(prepared.getAsInt()));
  }

  private static byte[] execution(int number) {
    return ByteBuffer.allocate(4 * Integer.BYTES)
        .putInt(EXECUTE_UPDATE)
        .putInt(number)
        .putInt(NO_PARAMETERS)
        .putInt(NO_KEYS)
        .array();
  }
}
