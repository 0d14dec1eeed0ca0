package io.offsetwise.application.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * PostgreSQL's client sends {@code COMMIT} as text, and gives it a name to which it comes back
 * whenever it commits.
 */
final class PostgresCommitSign implements CommitSign {

  private static final byte[] TEXT = "\0COMMIT\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PARSE = 'P';
  private static final int BIND = 'B';

  /** The kind of a message and its length. */
  private static final int HEAD_BYTES = 1 + Integer.BYTES;

  private Optional<byte[]> name = Optional.empty();

  @Override
  public boolean isIn(byte[] request) {
    OptionalInt text = new Bytes(request).indexOf(TEXT);
    if (text.isPresent()) {
      name = nameBefore(request, text.getAsInt());
      return true;
    }
    return request[0] == BIND
        && name.filter(known -> new Bytes(request).indexOf(known).isPresent()).isPresent();
  }

  /** Between two zeros, as a request that comes back to it has it; empty when there is none. */
  private static Optional<byte[]> nameBefore(byte[] request, int text) {
    int begin = text;
    while (begin > 0 && request[begin - 1] > ' ') {
      begin--;
    }
    boolean parsed = begin >= HEAD_BYTES && request[begin - HEAD_BYTES] == PARSE && begin < text;
    return parsed
        ? Optional.of(
            ("\0" + new String(request, begin, text - begin, StandardCharsets.US_ASCII) + "\0")
                .getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }
}
