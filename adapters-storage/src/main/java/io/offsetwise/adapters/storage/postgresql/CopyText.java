package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Rows in the text format of COPY, which the server reads into a column of any type: a tab between
 * values, a line for each row, {@code \N} for null. Made in one array that is used again. The
 * binary format was no faster, see decision 28.
 */
final class CopyText {

  /** Bytes that are taken together. */
  private static final int FULL = 64 * 1024;

  /** Mostly there are few rows. */
  private static final int AT_FIRST = 8 * 1024;

  private static final int TEN = 10;
  private static final int HUNDRED = 100;
  private static final int MOST_DIGITS = 19;
  private static final int LONGEST_LONG = 1 + MOST_DIGITS;
  private static final int LONGEST_CHARACTER = 3;

  /** What is no text, and what stands behind each value. */
  private static final int NO_TEXT = LONGEST_LONG + 1;

  private final Object[] before;
  private final int[] begins;
  private final int[] ends;
  private byte[] bytes = new byte[AT_FIRST];
  private int length;

  /** Nothing yet, of rows with so many columns. */
  CopyText(int columns) {
    this.before = new Object[columns];
    this.begins = new int[columns];
    this.ends = new int[columns];
  }

  /** Whether it is time to take what is here. */
  boolean isFull() {
    return length >= FULL;
  }

  /** Adds a row. A value that is the very object of the row before, as a topic is, is copied. */
  void add(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        put('\t');
      }
      int begin = length;
      if (values[i] == before[i] && values[i] != null) {
        copy(begins[i], ends[i] - begins[i]);
      } else {
        value(values[i]);
        before[i] = values[i];
      }
      begins[i] = begin;
      ends[i] = length;
    }
    put('\n');
  }

  private void copy(int from, int count) {
    ensure(count + 1);
    System.arraycopy(bytes, from, bytes, length, count);
    length += count;
  }

  /** Whole rows, to be used until the next one is added; they are not here any more then. */
  ByteBuffer taken() {
    ByteBuffer taken = ByteBuffer.wrap(bytes, 0, length);
    length = 0;
    Arrays.fill(before, null); // its text is about to be overwritten
    return taken;
  }

  private void value(Object value) {
    ensure(NO_TEXT);
    if (value == null) {
      put('\\');
      put('N');
    } else if (value instanceof Long || value instanceof Integer) {
      number(((Number) value).longValue());
    } else if (value instanceof Boolean bool) {
      put(bool ? 't' : 'f');
    } else {
      text(value.toString());
    }
  }

  /** Counted in negative numbers, of which there is one more; two digits at a time. */
  private void number(long number) {
    long left = number;
    if (number < 0) {
      put('-');
    } else {
      left = -number;
    }
    length += digits(left);
    int at = length;
    while (left <= -HUNDRED) {
      long others = left / HUNDRED;
      int two = (int) (others * HUNDRED - left);
      bytes[--at] = (byte) ('0' + two % TEN);
      bytes[--at] = (byte) ('0' + two / TEN);
      left = others;
    }
    int last = (int) -left;
    bytes[--at] = (byte) ('0' + last % TEN);
    if (last >= TEN) {
      bytes[--at] = (byte) ('0' + last / TEN);
    }
  }

  /** Without a division. */
  private static int digits(long negative) {
    int digits = 1;
    for (long bound = -TEN; digits < MOST_DIGITS && negative <= bound; bound *= TEN) {
      digits++;
    }
    return digits;
  }

  private void text(String text) {
    int until = text.length();
    ensure(until * LONGEST_CHARACTER + 1);
    byte[] into = bytes; // as variables of this method the loop keeps them in registers
    int at = length;
    int from = 0;
    while (from < until && isPlain(text.charAt(from))) {
      into[at++] = (byte) text.charAt(from++);
    }
    length = at;
    rest(text, from);
  }

  /** Nothing that is longer than a byte, and nothing that has a meaning in COPY. */
  private static boolean isPlain(char character) {
    return character >= ' ' && character < 0x80 && character != '\\';
  }

  private void rest(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < 0x80) {
        ascii(character);
      } else {
        i += beyondAscii(text, i);
      }
    }
  }

  /** A backslash makes what would be a separator a part of the value. */
  private void ascii(char character) {
    switch (character) {
      case '\\' -> escaped('\\');
      case '\t' -> escaped('t');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      default -> bytes[length++] = (byte) character;
    }
  }

  private void escaped(char letter) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) letter;
  }

  /** Puts one character and tells how many more places of the text it has taken. */
  private int beyondAscii(String text, int at) {
    int character = text.codePointAt(at);
    if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
      throw new UncheckedSqlException(
          new SQLException("half a character (a surrogate without its other half)", "22021"));
    }
    for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      bytes[length++] = one;
    }
    return Character.charCount(character) - 1;
  }

  private void put(char character) {
    bytes[length++] = (byte) character;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
