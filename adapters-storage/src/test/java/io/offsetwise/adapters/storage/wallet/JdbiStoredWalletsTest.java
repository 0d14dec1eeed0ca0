package io.offsetwise.adapters.storage.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.audit.JdbiAuditedStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.save.DeadLetters;
import io.offsetwise.adapters.storage.save.LetterKey;
import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.contract.PlacedResultsContract;
import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.application.wallet.StoredWallets;
import io.offsetwise.application.wallet.WalletResult;
import io.offsetwise.application.wallet.WrongBalance;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries and, at every odd offset, dead letters. */
class JdbiStoredWalletsTest extends PlacedResultsContract<Optional<LedgerEntry>> {

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
    return TestDatabase.inMemory();
  }

  @AfterEach
  final void dropDatabase() {
    database.close();
  }

  @Override
  protected PlacedResult<Optional<LedgerEntry>> result(TopicPartition partition, long offset) {
    return new PlacedResult<>(
        partition,
        offset,
        offset % 2 == 1
            ? Optional.empty()
            : Optional.of(
                new LedgerEntry(
                    "p-" + offset, "ann", 1, partition.topic(), partition.partition(), offset)));
  }

  @Override
  protected void store(List<PlacedResult<Optional<LedgerEntry>>> results) {
    results.forEach(result -> write(STREAM, result));
  }

  @Override
  protected void storeOfNeighbour(PlacedResult<Optional<LedgerEntry>> result) {
    write(NEIGHBOUR, result);
  }

  @Override
  protected List<PlacedResult<Optional<LedgerEntry>>> inOrder() {
    return audited(LedgerKey.NONE, wallets -> all(wallets.inOrder()));
  }

  @Test
  void balancesThatAreTheSumsOfTheirLedgersAreRight() {
    write(STREAM, LedgerKey.NONE, Stream.of(entry("p-0", "ann", 5), new BalanceChange("ann", 5)));
    write(STREAM, LedgerKey.NONE, Stream.of(new BalanceChange("bob", 0)));
    write(NEIGHBOUR, LedgerKey.NONE, Stream.of(new BalanceChange("ann", 7)));

    assertThat(wrongBalances(LedgerKey.NONE)).isEmpty();
  }

  @Test
  void everyOtherBalanceIsWrong() {
    write(
        STREAM,
        LedgerKey.NONE,
        Stream.of(
            entry("p-0", "cid", 5),
            new BalanceChange("cid", 6),
            entry("p-1", "ann", 3),
            entry("p-2", "ann", -1),
            new BalanceChange("bob", 1),
            entry("p-3", "dan", 9),
            new BalanceChange("dan", 9)));

    assertThat(wrongBalances(LedgerKey.NONE))
        .containsExactly(
            new WrongBalance("ann", 0, 2),
            new WrongBalance("bob", 1, 0),
            new WrongBalance("cid", 6, 5));
  }

  @Test
  void balancesThatAreAQueryOverTheLedgerCannotBeWrong() {
    write(STREAM, LedgerKey.PAYMENT, Stream.of(entry("p-0", "ann", 5)));

    assertThat(wrongBalances(LedgerKey.PAYMENT)).isEmpty();
  }

  @Test
  void aPaymentIsFoundUnderItsNaturalKeyWhereverItsRecordLies() {
    write(STREAM, LedgerKey.PAYMENT, Stream.of(entry("p-0", "ann", 5)));
    write(NEIGHBOUR, LedgerKey.PAYMENT, Stream.of(entry("p-1", "ann", 5)));
    LedgerEntry elsewhere = new LedgerEntry("p-0", "ann", 5, "payments", 7, 99);

    assertThat(holdsKeyOf(LedgerKey.PAYMENT, Optional.of(elsewhere))).isTrue();
    assertThat(holdsKeyOf(LedgerKey.PAYMENT, Optional.of(entry("p-1", "ann", 5)))).isFalse();
    assertThat(holdsKeyOf(LedgerKey.PAYMENT, Optional.empty())).isFalse();
    assertThat(holdsKeyOf(LedgerKey.NONE, Optional.of(elsewhere))).isFalse();
  }

  @Test
  void keysMayBeLookedUpWhileManyResultsAreRead() {
    write(
        STREAM,
        LedgerKey.PAYMENT,
        IntStream.range(0, MANY).mapToObj(number -> entry("p-" + number, "ann", 1)));

    assertThat(audited(LedgerKey.PAYMENT, JdbiStoredWalletsTest::countFound)).isEqualTo(MANY);
  }

  private static long countFound(StoredWallets wallets) {
    long found = 0;
    Iterator<PlacedResult<Optional<LedgerEntry>>> results = wallets.inOrder();
    while (results.hasNext()) {
      found += wallets.holdsKeyOf(results.next().content()) ? 1 : 0;
    }
    return found;
  }

  private boolean holdsKeyOf(LedgerKey key, Optional<LedgerEntry> content) {
    return audited(key, wallets -> wallets.holdsKeyOf(content));
  }

  private List<WrongBalance> wrongBalances(LedgerKey key) {
    return audited(key, wallets -> all(wallets.wrongBalances()));
  }

  private <T> T audited(LedgerKey key, Function<StoredWallets, T> read) {
    return new JdbiAuditedStore<StoredWallets>(
            STREAM,
            database.connections(),
            (handle, stream) -> new JdbiStoredWallets(handle, stream, key))
        .atOneInstant(stream -> read.apply(stream.results()));
  }

  private void write(StreamName stream, LedgerKey key, Stream<WalletResult> results) {
    database
        .connections()
        .inTransaction(
            handle -> {
              new WalletResultWriters(key).in(handle, stream).write(results.iterator());
              return stream;
            });
  }

  private void write(StreamName stream, PlacedResult<Optional<LedgerEntry>> result) {
    result
        .content()
        .ifPresentOrElse(
            entry -> write(stream, LedgerKey.NONE, Stream.of(entry)),
            () -> reject(stream, result.partition(), result.offset()));
  }

  private void reject(StreamName stream, TopicPartition partition, long offset) {
    DeadLetter letter =
        new DeadLetter(partition.topic(), partition.partition(), offset, "no payment", null, null);
    database
        .connections()
        .inTransaction(
            handle -> {
              try (DeadLetters letters = new DeadLetters(handle, stream, LetterKey.NONE)) {
                letters.add(letter);
                letters.flush();
              }
              return stream;
            });
  }

  private static LedgerEntry entry(String id, String wallet, long cents) {
    return new LedgerEntry(id, wallet, cents, PARTITION.topic(), PARTITION.partition(), 0);
  }

  private static <T> List<T> all(Iterator<T> iterator) {
    List<T> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all;
  }
}
