package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ExactSum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes rows into bytes that {@link RowDecoder} makes into the same rows: every text, whatever
 * stands in it, and a value that is the very object of the row before as a mark. Not thread-safe.
 */
final class RowEncoder {

  static final byte NULL = 0;
  static final byte AS_BEFORE = 1;
  static final byte VALUE = 2;

  /** A text of characters up to 255, a byte for each. */
  static final byte NARROW = 3;

  /** Any other text, two bytes for each character, be it half a surrogate pair. */
  static final byte WIDE = 4;

  /** Bytes that are taken together. */
  private static final int FULL = 64 * 1024;

  /** Mostly there are few rows. */
  private static final int AT_FIRST = 8 * 1024;

  /** What is no text has up to sixteen bytes and its mark; a text has its length and its mark. */
  private static final int FIXED = 17;

  private final List<Column> columns;
  private final Object[] before;
  private ByteBuffer bytes = ByteBuffer.allocate(AT_FIRST);

  RowEncoder(List<Column> columns) {
    this.columns = columns;
    this.before = new Object[columns.size()];
  }

  /** Whether it is time to take what is here. */
  boolean isFull() {
    return bytes.position() >= FULL;
  }

  void add(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      ensure(FIXED);
      if (values[i] == null) {
        bytes.put(NULL);
      } else if (values[i] == before[i]) {
        bytes.put(AS_BEFORE);
      } else {
        value(columns.get(i), values[i]);
      }
      before[i] = values[i];
    }
  }

  /** Whole rows, to be used until the next one is added; they are not here any more then. */
  ByteBuffer taken() {
    ByteBuffer taken = bytes.duplicate().flip();
    bytes.clear();
    return taken;
  }

  private void value(Column column, Object value) {
    switch (column.type()) {
      case TEXT -> text((String) value);
      case INTEGER -> bytes.put(VALUE).putInt((int) value);
      case BIGINT -> bytes.put(VALUE).putLong((long) value);
      case SUM -> sum((ExactSum) value);
      case DOUBLE -> bytes.put(VALUE).putDouble((double) value);
      case BOOLEAN -> bytes.put(VALUE).put((byte) ((boolean) value ? 1 : 0));
    }
  }

  private void sum(ExactSum sum) {
    bytes.put(VALUE).putLong(sum.high()).putLong(sum.low());
  }

  private void text(String text) {
    byte[] narrow = text.getBytes(StandardCharsets.ISO_8859_1);
    if (new String(narrow, StandardCharsets.ISO_8859_1).equals(text)) {
      ensure(FIXED + narrow.length);
      bytes.put(NARROW).putInt(narrow.length).put(narrow);
    } else {
      ensure(FIXED + text.length() * Character.BYTES);
      bytes.put(WIDE).putInt(text.length());
      bytes.asCharBuffer().put(text);
      bytes.position(bytes.position() + text.length() * Character.BYTES);
    }
  }

  private void ensure(int more) {
    if (bytes.remaining() < more) {
      int capacity = Math.max(bytes.capacity() * 2, bytes.position() + more);
      bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
    }
  }
}
