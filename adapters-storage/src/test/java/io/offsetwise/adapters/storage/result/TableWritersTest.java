package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.adapters.storage.fixture.TestArrival;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.fixture.TestTotal;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWritersTest {

  private static final StreamName STREAM = new StreamName("written");
  private static final StreamName NEIGHBOUR = new StreamName("neighbour");

  @AutoClose private final TestDatabase database = TestDatabase.create();

  /** How results come to a writer. */
  private enum Way {
    /** While they are read. */
    DIRECT {
      @Override
      <R> void write(TableWriters<R> writers, Iterator<R> rows, JdbcConnections connections) {
        connections.inTransaction(
            handle -> {
              writers.in(handle, STREAM).write(rows);
              return STREAM;
            });
      }
    },
    /** All of them before a transaction is open, of which the first one is rolled back. */
    HELD {
      @Override
      <R> void write(TableWriters<R> writers, Iterator<R> rows, JdbcConnections connections) {
        try (HeldResults<R> held =
            writers.held(connections.failures().dialect().bulkWriter(), STREAM)) {
          rows.forEachRemaining(held::add);
          for (CommitDecision decision : List.of(CommitDecision.ROLL_BACK, CommitDecision.COMMIT)) {
            connections.commit(
                handle -> {
                  held.writeTo(writers.in(handle, STREAM));
                  return decision;
                });
          }
        }
      }
    };

    abstract <R> void write(TableWriters<R> writers, Iterator<R> rows, JdbcConnections connections);
  }

  @ParameterizedTest
  @EnumSource
  void rowsBecomeEntriesAndTotals(Way way) {
    write(way, TestTables.APPENDING, amount("e1", "ann", 100), amount("e2", "bob", -30));
    write(way, TestTables.APPENDING, amount("e3", "ann", 11));

    assertThat(entries(STREAM)).isEqualTo(Map.of("e1", 1L, "e2", 1L, "e3", 1L));
    assertThat(totals(STREAM)).isEqualTo(cents(Map.of("ann", 111L, "bob", -30L)));
    assertThat(sum(TestTables.ENTRIES)).isEqualTo(sum(TestTables.TOTALS)).isEqualTo(81);
  }

  @Test
  void withoutANaturalKeyWhatIsWrittenTwiceShowsTwice() {
    write(TestTables.APPENDING, amount("e1", "ann", 100));
    write(TestTables.APPENDING, amount("e1", "ann", 100));

    assertThat(entries(STREAM)).isEqualTo(Map.of("e1", 2L));
    assertThat(totals(STREAM)).isEqualTo(cents(Map.of("ann", 200L)));
    long distinct = read(stored -> stored.countDistinct(TestTables.ENTRIES, "entry_key"));
    assertThat(distinct).isOne();
  }

  /** A column in which all rows have the same value comes as one value. */
  @ParameterizedTest
  @EnumSource
  void rowsThatAreTheSameInEveryColumnAreAllThere(Way way) {
    TestRow same = entry("e1", "ann", 100);
    write(way, TestTables.APPENDING, List.of(same, same, same).iterator());
    write(way, TestTables.APPENDING, List.of(entry("e2", "ann", 100)).iterator());

    assertThat(entries(STREAM)).isEqualTo(Map.of("e1", 3L, "e2", 1L));
    assertThat(sum(TestTables.ENTRIES)).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource
  void withANaturalKeyWhatIsWrittenTwiceChangesNothing(Way way) {
    write(way, TestTables.KEYED, amount("e1", "ann", 100), amount("e2", "bob", 5));
    write(way, TestTables.KEYED, amount("e2", "bob", 5), amount("e1", "ann", 100));
    write(way, TestTables.KEYED, amount("e3", "ann", 1), amount("e3", "ann", 1));

    assertThat(entries(STREAM)).isEqualTo(Map.of("e1", 1L, "e2", 1L, "e3", 1L));
    assertThat(sum(TestTables.ENTRIES)).isEqualTo(106);
    assertThat(totals(STREAM)).as("not kept: adding is not idempotent").isEmpty();
  }

  /** Such a key binds under every guarantee. */
  @ParameterizedTest
  @EnumSource
  void underTheirPlaceRowsAreThereOnce(Way way) {
    TableWriters<TestArrival> writers =
        TestTables.writers(ResultTables.of(TestTables.ARRIVALS), DeliveryGuarantee.AT_LEAST_ONCE);
    write(way, writers, List.of(new TestArrival("a", 0, 7, "first")).iterator());
    write(
        way,
        writers,
        List.of(new TestArrival("a", 0, 7, "again"), new TestArrival("a", 0, 8, null)).iterator());

    assertThat(
            database.column(String.class, "SELECT note FROM test_arrival ORDER BY record_offset"))
        .containsExactly("first", null);
  }

  @Test
  void streamsHaveRowsOfTheirOwn() {
    write(TestTables.KEYED, amount("e1", "ann", 100));
    database
        .connections()
        .inTransaction(
            handle -> {
              TestTables.KEYED.in(handle, NEIGHBOUR).write(rows(amount("e1", "ann", 7)));
              return NEIGHBOUR;
            });

    assertThat(entries(STREAM)).isEqualTo(Map.of("e1", 1L));
    assertThat(entries(NEIGHBOUR)).isEqualTo(Map.of("e1", 1L));
    assertThat(sum(TestTables.ENTRIES)).isEqualTo(100);
    assertThat(entries(new StreamName("unknown"))).isEmpty();
  }

  /** However many rows there are, few of them are in memory: 35,000 are a megabyte. */
  @ParameterizedTest
  @MethodSource("writers")
  void rowsAreSentWhileResultsAreRead(TableWriters<TestRow> writers) {
    List<Long> unsent = new ArrayList<>();
    database
        .connections()
        .inTransaction(
            handle -> {
              Iterator<TestRow> rows =
                  IntStream.range(0, 60_000)
                      .peek(
                          number -> {
                            if (number % 10_000 == 0) {
                              unsent.add(number - count(handle));
                            }
                          })
                      .mapToObj(number -> entry("e" + number, "ann", 1))
                      .iterator();
              writers.in(handle, STREAM).write(rows);
              return STREAM;
            });

    assertThat(unsent).hasSize(6).allSatisfy(rows -> assertThat(rows).isLessThan(35_000));
    assertThat(database.number("SELECT COUNT(*) FROM test_entry")).isEqualTo(60_000);
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM test_entry").mapTo(Long.class).one();
  }

  /** Whatever a way of writing takes for a separator, an end or a missing value. */
  @ParameterizedTest
  @MethodSource("writersAndWays")
  void textsAndNumbersArriveAsTheyWere(TableWriters<TestRow> writers, Way way) {
    List<String> texts =
        List.of(
            "",
            " ",
            "tab\t",
            "line\nline\r\n",
            "\\",
            "\\N",
            "\\.",
            "\\t",
            "NULL",
            "\"quoted\", '",
            "{a,b}",
            "ümläut",
            "\u20ac",
            "\ud83d\ude00",
            "\u0001\u007f",
            "e\u0301");
    List<TestRow> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(new TestEntry("[" + text + "]", text, Long.MIN_VALUE, text, -1, Long.MAX_VALUE));
    }
    rows.add(new TestEntry("few", "ann", 0, "t", 1_000_000_007, 10));

    write(way, writers, rows.iterator());

    assertThat(database.column(String.class, "SELECT account FROM test_entry ORDER BY entry_id"))
        .startsWith(texts.toArray(String[]::new));
    assertThat(database.column(String.class, "SELECT entry_key FROM test_entry ORDER BY entry_id"))
        .contains("[\\N]", "[\ud83d\ude00]", "[{a,b}]");
    assertThat(database.column(Long.class, "SELECT amount FROM test_entry ORDER BY entry_id"))
        .contains(Long.MIN_VALUE, 0L);
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM test_entry WHERE record_offset = 9223372036854775807"
                    + " AND partition_number = -1 AND topic_name = account"))
        .isEqualTo(texts.size());
  }

  @ParameterizedTest
  @MethodSource("writersAndWays")
  void numbersOfEveryLengthArriveAsTheyWere(TableWriters<TestRow> writers, Way way) {
    List<Long> numbers = new ArrayList<>(List.of(0L, Long.MAX_VALUE, Long.MIN_VALUE));
    for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
      numbers.addAll(List.of(power, power - 1, -power, 1 - power, power * 9, -power * 9));
    }
    List<TestRow> rows = new ArrayList<>();
    numbers.forEach(number -> rows.add(entry("e" + rows.size(), "ann", number)));

    write(way, writers, rows.iterator());

    assertThat(database.column(Long.class, "SELECT amount FROM test_entry ORDER BY entry_id"))
        .isEqualTo(numbers);
  }

  private static Stream<TableWriters<TestRow>> writers() {
    return Stream.of(TestTables.APPENDING, TestTables.KEYED);
  }

  private static Stream<Arguments> writersAndWays() {
    return writers()
        .flatMap(writers -> Stream.of(Way.values()).map(way -> arguments(writers, way)));
  }

  /** Of these some are in memory and the rest in a file, and one COPY does not take them all. */
  @ParameterizedTest
  @MethodSource("writers")
  void heldRowsAreAllThereHoweverManyThereAre(TableWriters<TestRow> writers) {
    String account = "a".repeat(90);
    int rows = 50_000;

    Way.HELD.write(
        writers,
        IntStream.range(0, rows)
            .mapToObj(number -> entry("e" + number, account, number))
            .iterator(),
        database.connections());

    assertThat(database.number("SELECT COUNT(DISTINCT entry_key) FROM test_entry")).isEqualTo(rows);
    assertThat(sum(TestTables.ENTRIES)).isEqualTo((rows - 1L) * rows / 2);
  }

  @Test
  void rowsThatAreHeldForAnotherWriterAreAnError() {
    try (HeldResults<TestRow> held =
        TestTables.APPENDING.held(
            database.connections().failures().dialect().bulkWriter(), STREAM)) {
      ResultWriter<TestRow> other = rows -> {};

      assertThatIllegalStateException().isThrownBy(() -> held.writeTo(other));
    }
  }

  @Test
  void moreKeysThanOneBatchHoldsAreAllChanged() {
    for (int round = 0; round < 2; round++) {
      write(
          TestTables.APPENDING,
          IntStream.range(0, 2_500)
              .<TestRow>mapToObj(number -> new TestTotal("account-" + number, number))
              .toArray(TestRow[]::new));
    }

    assertThat(
            database.number(
                "SELECT COUNT(*) FROM test_total WHERE amount = 2 * CAST("
                    + "SUBSTRING(account FROM 9) AS BIGINT)"))
        .isEqualTo(2_500);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sumsHoldMoreThanOneAmount(boolean keyed) {
    TableWriters<TestRow> writers = keyed ? TestTables.KEYED : TestTables.APPENDING;
    write(writers, amount("e1", "ann", Long.MAX_VALUE), amount("e2", "ann", Long.MAX_VALUE));
    write(writers, amount("e3", "ann", Long.MAX_VALUE), amount("e4", "bob", Long.MIN_VALUE));

    BigInteger three = BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3));
    assertThat(sum(keyed ? TestTables.ENTRIES : TestTables.TOTALS))
        .isEqualTo(three.add(BigInteger.valueOf(Long.MIN_VALUE)));
  }

  @Test
  void aRowForWhichNoTableIsDeclaredIsAnError() {
    TableWriters<Object> writers =
        TestTables.writers(
            new ResultTables<Object>(TestTables.COUNTS, List.of()),
            DeliveryGuarantee.AT_LEAST_ONCE);

    assertThatIllegalStateException()
        .isThrownBy(() -> write(writers, List.<Object>of("a text").iterator()))
        .withMessageContaining("java.lang.String")
        .withMessageContaining("test_count");
  }

  private Map<String, Long> entries(StreamName stream) {
    Map<String, Long> entries = new TreeMap<>();
    database
        .connections()
        .inTransaction(
            handle -> {
              new JdbiStoredResults(handle, stream)
                  .rows(TestTables.ENTRIES, List.of())
                  .forEachRemaining(entry -> entries.merge(entry.id(), 1L, Long::sum));
              return stream;
            });
    return entries;
  }

  private Map<String, BigInteger> totals(StreamName stream) {
    Map<String, BigInteger> totals = new TreeMap<>();
    database
        .connections()
        .inTransaction(
            handle -> {
              new JdbiStoredResults(handle, stream)
                  .rows(TestTables.TOTALS, List.of("account"))
                  .forEachRemaining(total -> totals.put(total.account(), total.amount().exact()));
              return stream;
            });
    return totals;
  }

  private BigInteger sum(ResultTable<?> table) {
    return read(stored -> stored.sum(table, "amount"));
  }

  private <T> T read(Function<JdbiStoredResults, T> work) {
    return database
        .connections()
        .inTransaction(handle -> work.apply(new JdbiStoredResults(handle, STREAM)));
  }

  private static Map<String, BigInteger> cents(Map<String, Long> totals) {
    Map<String, BigInteger> exact = new TreeMap<>();
    totals.forEach((account, amount) -> exact.put(account, BigInteger.valueOf(amount)));
    return exact;
  }

  private void write(TableWriters<TestRow> writers, TestRow[]... amounts) {
    write(Way.DIRECT, writers, amounts);
  }

  private void write(Way way, TableWriters<TestRow> writers, TestRow[]... amounts) {
    write(way, writers, rows(amounts));
  }

  private <R> void write(TableWriters<R> writers, Iterator<R> rows) {
    write(Way.DIRECT, writers, rows);
  }

  private <R> void write(Way way, TableWriters<R> writers, Iterator<R> rows) {
    way.write(writers, rows, database.connections());
  }

  private static Iterator<TestRow> rows(TestRow[]... amounts) {
    return Arrays.stream(amounts).flatMap(Stream::of).iterator();
  }

  private static TestRow[] amount(String id, String account, long amount) {
    return new TestRow[] {entry(id, account, amount), new TestTotal(account, amount)};
  }

  private static TestRow entry(String id, String account, long amount) {
    return new TestEntry(id, account, amount, "payments", 0, 0);
  }
}
