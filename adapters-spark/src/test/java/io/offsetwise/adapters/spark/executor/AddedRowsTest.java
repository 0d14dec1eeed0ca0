package io.offsetwise.adapters.spark.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddedRowsTest {

  private static final ResultTable<Entry> ENTRIES =
      ResultTable.of(
          "entry",
          Entry.class,
          Column.text("id", 10),
          Column.bigint("amount"),
          Column.TOPIC,
          Column.PARTITION,
          Column.OFFSET);
  private static final AddedRows<Record> ADDED =
      new AddedRows<>(
          new ResultTables<>(
              ENTRIES,
              List.of(
                  ResultTable.of(
                          "total", Total.class, Column.text("id", 10), Column.bigint("amount"))
                      .totalling(ENTRIES, "amount"))));

  @Test
  void rowsOfOneKeyBecomeOneAndOthersStayAsTheyAre() {
    List<Record> rows =
        added(entry(0), new Total("a", 1), new Total("b", 2), entry(1), new Total("a", 4));

    assertThat(rows.subList(0, 2)).containsExactly(entry(0), entry(1));
    assertThat(rows.subList(2, rows.size()))
        .containsExactlyInAnyOrder(new Total("a", 5), new Total("b", 2));
  }

  @Test
  void aRowIsHandedOnBeforeTheNextIsRead() {
    List<Record> read = new ArrayList<>();
    Iterator<Record> rows =
        ADDED.call(Stream.<Record>of(entry(0), entry(1)).peek(read::add).iterator());

    assertThat(rows.next()).isEqualTo(entry(0));
    assertThat(read).hasSize(1);
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(added()).isEmpty();
  }

  @Test
  void aSumThatOverflowsIsAnErrorAndNoSum() {
    assertThatThrownBy(() -> added(new Total("a", Long.MAX_VALUE), new Total("a", 1)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static List<Record> added(Record... rows) {
    List<Record> added = new ArrayList<>();
    ADDED.call(List.of(rows).iterator()).forEachRemaining(added::add);
    return added;
  }

  private static Entry entry(long offset) {
    return new Entry("e", 7, "t", 1, offset);
  }

  private record Entry(String id, long amount, String topic, int partition, long offset) {}

  private record Total(String id, long amount) {}
}
