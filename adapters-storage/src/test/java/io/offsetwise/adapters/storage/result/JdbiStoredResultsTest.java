package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.audit.JdbiAuditedStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.fixture.TestTotal;
import io.offsetwise.adapters.storage.save.DeadLetters;
import io.offsetwise.adapters.storage.save.LetterKey;
import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.audit.PlacedResults;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.application.contract.PlacedResultsContract;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries and, at every odd offset, dead letters. */
class JdbiStoredResultsTest extends PlacedResultsContract<Optional<TestEntry>> {

  private static final StreamName STREAM = new StreamName("wallets");
  private static final StreamName NEIGHBOUR = new StreamName("neighbour");
  private static final TopicPartition PARTITION = new TopicPartition("payments", 0);

  /** More than a connection reads at a time. */
  private static final int MANY = 2_500;

  private TestDatabase database;

  @BeforeEach
  final void createDatabase() {
    database = database();
  }

  /** A database with nothing in it. */
  TestDatabase database() {
    return TestDatabase.create();
  }

  @AfterEach
  final void dropDatabase() {
    database.close();
  }

  @Override
  protected PlacedResult<Optional<TestEntry>> result(TopicPartition partition, long offset) {
    return new PlacedResult<>(
        partition,
        offset,
        offset % 2 == 1
            ? Optional.empty()
            : Optional.of(
                new TestEntry(
                    "p-" + offset, "ann", 1, partition.topic(), partition.partition(), offset)));
  }

  @Override
  protected void store(List<PlacedResult<Optional<TestEntry>>> results) {
    write(STREAM, results);
  }

  @Override
  protected void storeOfNeighbour(PlacedResult<Optional<TestEntry>> result) {
    write(NEIGHBOUR, List.of(result));
  }

  @Override
  protected List<PlacedResult<Optional<TestEntry>>> inOrder() {
    return audited(stored -> all(stored.placed(main(TestTables.APPENDING)).inOrder()));
  }

  @Test
  void balancesThatAreTheSumsOfTheirLedgersAreRight() {
    write(STREAM, TestTables.APPENDING, Stream.of(entry("p-0", "ann", 5), new TestTotal("ann", 5)));
    write(STREAM, TestTables.APPENDING, Stream.of(new TestTotal("bob", 0)));
    write(NEIGHBOUR, TestTables.APPENDING, Stream.of(new TestTotal("ann", 7)));

    assertThat(wrongTotals()).isEmpty();
  }

  @Test
  void everyOtherBalanceIsWrong() {
    write(
        STREAM,
        TestTables.APPENDING,
        Stream.of(
            entry("p-0", "cid", 5),
            new TestTotal("cid", 6),
            entry("p-1", "ann", 3),
            entry("p-2", "ann", -1),
            new TestTotal("bob", 1),
            entry("p-3", "dan", 9),
            new TestTotal("dan", 9)));

    assertThat(wrongTotals())
        .containsExactly(
            new WrongTotal("ann", 0, 2), new WrongTotal("bob", 1, 0), new WrongTotal("cid", 6, 5));
  }

  @Test
  void aPaymentIsFoundUnderItsNaturalKeyWhereverItsRecordLies() {
    write(STREAM, TestTables.KEYED, Stream.of(entry("p-0", "ann", 5)));
    write(NEIGHBOUR, TestTables.KEYED, Stream.of(entry("p-1", "ann", 5)));
    TestEntry elsewhere = new TestEntry("p-0", "ann", 5, "payments", 7, 99);

    assertThat(holdsKeyOf(TestTables.KEYED, Optional.of(elsewhere))).isTrue();
    assertThat(holdsKeyOf(TestTables.KEYED, Optional.of(entry("p-1", "ann", 5)))).isFalse();
    assertThat(holdsKeyOf(TestTables.KEYED, Optional.empty())).isFalse();
    assertThat(holdsKeyOf(TestTables.APPENDING, Optional.of(elsewhere))).isFalse();
  }

  /** A start refuses such a table; what was merged in it before is lost, and not permitted. */
  @Test
  void aKeyThatTheDatabaseTakesForAnotherIsNotThere() {
    write(STREAM, TestTables.KEYED, Stream.of(entry("p-0", "ann", 5)));
    database.ignoreCase("test_entry", "natural_key", 100);

    assertThat(holdsKeyOf(TestTables.KEYED, Optional.of(entry("P-0", "ann", 5)))).isFalse();
    assertThat(holdsKeyOf(TestTables.KEYED, Optional.of(entry("p-0", "ann", 5)))).isTrue();
  }

  @Test
  void totalsOfKeysThatTheDatabaseTakesForTheSameAreComparedOneByOne() {
    write(
        STREAM,
        TestTables.APPENDING,
        Stream.of(
            entry("p-0", "ann", 5),
            entry("p-1", "ANN", 6),
            entry("p-2", "bob", 7),
            new TestTotal("ann", 11),
            new TestTotal("bob", 7)));
    database.ignoreCase("test_entry", "account", 100);
    database.ignoreCase("test_total", "account", 100);

    assertThat(wrongTotals())
        .containsExactlyInAnyOrder(new WrongTotal("ann", 11, 5), new WrongTotal("ANN", 0, 6));
  }

  @Test
  void rowsOfAStreamWhoseNameIsAlikeAreNotThere() {
    StreamName alike = new StreamName("WALLETS");
    write(STREAM, TestTables.KEYED, Stream.of(entry("p-0", "ann", 5)));
    write(alike, TestTables.KEYED, Stream.of(entry("p-1", "ann", 5)));
    reject(alike, Stream.of(new PlacedResult<>(PARTITION, 3, Optional.empty())));
    database.ignoreCase("test_entry", "stream_name", 200);
    database.ignoreCase("dead_letter", "stream_name", 200);

    assertThat(holdsKeyOf(TestTables.KEYED, Optional.of(entry("p-1", "ann", 5)))).isFalse();
    assertThat(inOrder()).hasSize(1);
    assertThat(audited(StoredResults::deadLetters)).isEmpty();
  }

  @Test
  void deadLettersOfTopicsThatTheDatabaseTakesForTheSameAreCountedEachForItself() {
    TopicPartition other = new TopicPartition("PAYMENTS", 0);
    reject(
        STREAM,
        Stream.of(
            new PlacedResult<>(PARTITION, 3, Optional.empty()),
            new PlacedResult<>(other, 4, Optional.empty()),
            new PlacedResult<>(other, 5, Optional.empty())));
    database.ignoreCase("dead_letter", "topic_name", 249);

    assertThat(audited(StoredResults::deadLetters)).isEqualTo(Map.of(PARTITION, 1L, other, 2L));
  }

  @Test
  void keysMayBeLookedUpWhileManyResultsAreRead() {
    write(
        STREAM,
        TestTables.KEYED,
        IntStream.range(0, MANY).mapToObj(number -> entry("p-" + number, "ann", 1)));

    long found = audited(stored -> countFound(stored.placed(main(TestTables.KEYED))));

    assertThat(found).isEqualTo(MANY);
  }

  private static long countFound(PlacedResults<Optional<TestEntry>> wallets) {
    long found = 0;
    Iterator<PlacedResult<Optional<TestEntry>>> results = wallets.inOrder();
    while (results.hasNext()) {
      found += wallets.holdsKeyOf(results.next().content()) ? 1 : 0;
    }
    return found;
  }

  private boolean holdsKeyOf(TableWriters<TestRow> key, Optional<TestEntry> content) {
    return audited(stored -> stored.placed(main(key)).holdsKeyOf(content));
  }

  private List<WrongTotal> wrongTotals() {
    return audited(
        stored -> all(stored.wrongTotals(TestTables.TOTALS, TestTables.ENTRIES, "amount")));
  }

  @SuppressWarnings("unchecked") // it is the table of the entries, however it is written
  private static ResultTable<TestEntry> main(TableWriters<TestRow> key) {
    return (ResultTable<TestEntry>) key.written().main();
  }

  private <T> T audited(Function<StoredResults, T> read) {
    return new JdbiAuditedStore<StoredResults>(
            STREAM, database.connections(), JdbiStoredResults::new)
        .atOneInstant(stream -> read.apply(stream.results()));
  }

  private void write(StreamName stream, TableWriters<TestRow> key, Stream<TestRow> results) {
    database
        .connections()
        .inTransaction(
            handle -> {
              key.in(handle, stream).write(results.iterator());
              return stream;
            });
  }

  private void write(StreamName stream, List<PlacedResult<Optional<TestEntry>>> results) {
    write(
        stream,
        TestTables.APPENDING,
        results.stream().flatMap(result -> result.content().stream()));
    reject(stream, results.stream().filter(result -> result.content().isEmpty()));
  }

  private void reject(StreamName stream, Stream<PlacedResult<Optional<TestEntry>>> results) {
    database
        .connections()
        .inTransaction(
            handle -> {
              try (DeadLetters letters = new DeadLetters(handle, stream, LetterKey.NONE)) {
                results.map(JdbiStoredResultsTest::letter).forEach(letters::add);
                letters.flush();
              }
              return stream;
            });
  }

  private static TestEntry entry(String id, String wallet, long cents) {
    return new TestEntry(id, wallet, cents, PARTITION.topic(), PARTITION.partition(), 0);
  }

  private static <T> List<T> all(Iterator<T> iterator) {
    List<T> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all;
  }

  private static DeadLetter letter(PlacedResult<?> result) {
    TopicPartition partition = result.partition();
    return new DeadLetter(
        partition.topic(), partition.partition(), result.offset(), "no payment", null, null);
  }
}
