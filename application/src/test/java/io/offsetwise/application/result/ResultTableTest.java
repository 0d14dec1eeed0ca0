package io.offsetwise.application.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableTest {

  private static final ResultTable<Entry> ENTRIES =
      ResultTable.of(
          "entry",
          Entry.class,
          Column.text("id", 10),
          Column.bigint("amount"),
          Column.TOPIC,
          Column.PARTITION,
          Column.OFFSET);
  private static final ResultTable<Total> TOTALS =
      ResultTable.of("total", Total.class, Column.text("id", 10), Column.bigint("amount"))
          .totalling(ENTRIES, "amount");
  private static final ResultTable<Count> COUNTS =
      ResultTable.of(
              "counted", Count.class, Column.TOPIC, Column.PARTITION, Column.bigint("messages"))
          .adding("messages");

  @Test
  void aRowIsTakenApartAndPutTogether() {
    Entry entry = new Entry("e", 7, "t", 1, 9);

    assertThat(ENTRIES.values(entry)).containsExactly("e", 7L, "t", 1, 9L);
    assertThat(ENTRIES.rowOf(ENTRIES.values(entry))).isEqualTo(entry);
  }

  @Test
  void whatCannotBeATableIsRefusedWhenItIsDeclared() {
    refused("no record", () -> ResultTable.of("t", String.class, Column.bigint("a")));
    refused("components", () -> ResultTable.of("t", Total.class, Column.text("id", 10)));
    refused(
        "components",
        () -> ResultTable.of("t", Total.class, Column.bigint("id"), Column.bigint("amount")));
    refused("no name of a table", () -> ResultTable.of("t; DROP", Total.class));
    refused("no name of a column", () -> Column.bigint("A"));
    refused("0 characters", () -> Column.text("a", 0));
    refused("has no column other", () -> ENTRIES.keyedBy("other"));
    refused("has no column other", () -> ENTRIES.keyedOnDemandBy("other"));
    refused("nothing that can be added up", () -> TOTALS.adding("id"));
    refused("has no column", () -> COUNTS.totalling(ENTRIES, "messages"));
    refused(
        "a column twice",
        () -> ResultTable.of("t", Total.class, Column.text("id", 1), Column.bigint("id")));
  }

  /** An audit could not hold it against the log. */
  @Test
  void aMainTableTellsOfEachRecord() {
    refused(
        "cannot be held against the log",
        () ->
            ResultTables.of(
                ResultTable.of("t", Total.class, Column.text("id", 1), Column.bigint("amount"))));
    refused(
        "cannot be held against the log",
        () ->
            ResultTables.of(
                ResultTable.of("t", Total.class, Column.text("id", 1), Column.bigint("amount"))
                    .adding("amount")));
    refused("is no total of", () -> new ResultTables<Object>(COUNTS, List.of(TOTALS)));
  }

  @ParameterizedTest
  @CsvSource({
    "IDEMPOTENT_EXACTLY_ONCE, KEYED",
    "AT_LEAST_ONCE, ACCUMULATED",
    "AT_MOST_ONCE, ACCUMULATED",
    "TRANSACTIONAL_EXACTLY_ONCE, ACCUMULATED"
  })
  void keyedOnDemandIsKeyedWhereTheGuaranteeNeedsIt(DeliveryGuarantee guarantee, ResultKind kind) {
    ResultTables<Object> tables =
        new ResultTables<>(ENTRIES.keyedOnDemandBy("id"), List.of(TOTALS));

    assertThat(tables.kindUnder(guarantee.plan())).isEqualTo(kind);
    assertThat(tables.under(guarantee.plan()).totals()).hasSize(kind == ResultKind.KEYED ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"IDEMPOTENT_EXACTLY_ONCE", "AT_LEAST_ONCE"})
  void whatElseIsWrittenIsTheSameUnderEveryGuarantee(DeliveryGuarantee guarantee) {
    assertThat(kind(ENTRIES, guarantee)).isEqualTo(ResultKind.ACCUMULATED);
    assertThat(kind(COUNTS, guarantee)).isEqualTo(ResultKind.ACCUMULATED);
    assertThat(kind(ENTRIES.ofEachBatch(), guarantee)).isEqualTo(ResultKind.WINDOWED);
    assertThat(kind(ENTRIES.keyedBy("id"), guarantee)).isEqualTo(ResultKind.KEYED);
  }

  @Test
  void rowsOfOneKeyAreAddedUpInTheOrderOfTheKeys() {
    KeyedSums<Count> sums = new KeyedSums<>(COUNTS);
    List.of(new Count("b", 0, 1), new Count("a", 10, 2), new Count("a", 9, 3), new Count("b", 0, 4))
        .forEach(sums::add);
    List<Count> rows = new ArrayList<>();
    sums.inOrder().forEach(values -> rows.add(COUNTS.rowOf(values)));

    assertThat(rows)
        .containsExactly(new Count("a", 9, 3), new Count("a", 10, 2), new Count("b", 0, 5));
  }

  @Test
  void aSumThatOverflowsIsAnErrorAndNoSum() {
    KeyedSums<Count> sums = new KeyedSums<>(COUNTS);
    sums.add(new Count("a", 0, Long.MAX_VALUE));

    assertThatThrownBy(() -> sums.add(new Count("a", 0, 1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aRowFindsItsTable() {
    ResultTables<Record> tables = new ResultTables<>(ENTRIES, List.of(TOTALS));

    assertThat(tables.of(new Entry("e", 7, "t", 1, 9))).isEqualTo(ENTRIES);
    assertThat(tables.of(new Total("e", 7))).isEqualTo(TOTALS);
    assertThatThrownBy(() -> tables.of(new Count("t", 0, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the job has made a %s, for which it has declared no table, only [entry, total]",
            Count.class.getName());
  }

  private static <T> ResultKind kind(ResultTable<T> table, DeliveryGuarantee guarantee) {
    return ResultTables.of(table).kindUnder(guarantee.plan());
  }

  private static void refused(String why, ThrowingCallable declaration) {
    assertThatIllegalArgumentException().isThrownBy(declaration).withMessageContaining(why);
  }

  private record Entry(String id, long amount, String topic, int partition, long offset) {}

  private record Total(String id, long amount) {}

  private record Count(String topic, int partition, long messages) {}
}
