package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ExactSum;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowEncoderTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("t", 100),
          Column.integer("i"),
          Column.bigint("b"),
          Column.sum("s"),
          Column.floating("d"),
          Column.flag("y"));

  /** Whatever a database may make of it later, as half a surrogate pair. */
  @Test
  void everyValueComesBackAsItWas() {
    List<Object[]> rows = new ArrayList<>();
    for (String text :
        List.of(
            "",
            "a",
            "\u0000\u007f",
            "\u00fc\u00ff",
            "\u0100",
            "\ud83d\ude00",
            "\ud83d",
            "x\udcb6y")) {
      rows.add(
          row(
              text,
              Integer.MIN_VALUE,
              Long.MAX_VALUE,
              "170141183460469231731687303715884105727",
              -0.0,
              true));
    }
    rows.add(row("long".repeat(50_000), 0, 0L, "-1", Double.NaN, false));
    rows.add(
        row(
            "\u20ac".repeat(50_000),
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            "0",
            Double.MIN_VALUE,
            true));
    rows.add(new Object[COLUMNS.size()]);

    assertThat(table(returned(rows, rows.size()))).isDeepEqualTo(table(rows));
  }

  /** A piece ends anywhere between two rows. */
  @Test
  void aValueThatIsTheObjectOfTheRowBeforeComesBackInEveryPiece() {
    Object[] first = row("the same", 1, 2L, "3", 4.0, false);
    Object[] none = new Object[COLUMNS.size()];
    List<Object[]> rows =
        List.of(first, first.clone(), none, none.clone(), first.clone(), first.clone());

    List<Object[]> returned = returned(rows, 1);

    assertThat(table(returned)).isDeepEqualTo(table(rows));
    assertThat(returned.get(1)[0]).isSameAs(returned.get(0)[0]);
    assertThat(returned.get(1)).as("a row of its own").isNotSameAs(returned.get(0));
  }

  private static Object[][] table(List<Object[]> rows) {
    return rows.toArray(Object[][]::new);
  }

  private static Object[] row(String t, int i, long b, String s, double d, boolean y) {
    return new Object[] {t, i, b, ExactSum.of(new BigInteger(s)), d, y};
  }

  /** Taken again and again after so many rows. */
  private static List<Object[]> returned(List<Object[]> rows, int perPiece) {
    RowEncoder encoder = new RowEncoder(COLUMNS);
    RowDecoder decoder = new RowDecoder(COLUMNS);
    List<Object[]> returned = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += perPiece) {
      rows.subList(from, Math.min(from + perPiece, rows.size())).forEach(encoder::add);
      ByteBuffer piece = encoder.taken();
      while (piece.hasRemaining()) {
        returned.add(decoder.next(piece));
      }
    }
    return returned;
  }
}
