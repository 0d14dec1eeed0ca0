package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ExactSum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes the bytes of {@link RowEncoder} into rows, from the first one on. Not thread-safe. */
final class RowDecoder {

  private final List<Column> columns;
  private final Object[] before;

  RowDecoder(List<Column> columns) {
    this.columns = columns;
    this.before = new Object[columns.size()];
  }

  /** The row that begins where {@code bytes} are, which are behind it then. */
  Object[] next(ByteBuffer bytes) {
    for (int i = 0; i < before.length; i++) {
      before[i] =
          switch (bytes.get()) {
            case RowEncoder.NULL -> null;
            case RowEncoder.AS_BEFORE -> before[i];
            case RowEncoder.NARROW -> narrow(bytes);
            case RowEncoder.WIDE -> wide(bytes);
            default -> value(columns.get(i), bytes);
          };
    }
    return before.clone();
  }

  private static Object value(Column column, ByteBuffer bytes) {
    return switch (column.type()) {
      case INTEGER -> bytes.getInt();
      case BIGINT -> bytes.getLong();
      case DOUBLE -> bytes.getDouble();
      case BOOLEAN -> bytes.get() != 0;
      case SUM -> new ExactSum(bytes.getLong(), bytes.getLong());
      case TEXT -> throw new IllegalStateException(column + " has a mark of its own");
    };
  }

  private static String narrow(ByteBuffer bytes) {
    int length = bytes.getInt();
    int from = bytes.arrayOffset() + bytes.position();
    bytes.position(bytes.position() + length);
    return new String(bytes.array(), from, length, StandardCharsets.ISO_8859_1);
  }

  private static String wide(ByteBuffer bytes) {
    int length = bytes.getInt();
    String text = bytes.asCharBuffer().subSequence(0, length).toString();
    bytes.position(bytes.position() + length * Character.BYTES);
    return text;
  }
}
