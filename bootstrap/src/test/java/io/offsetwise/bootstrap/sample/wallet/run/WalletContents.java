package io.offsetwise.bootstrap.sample.wallet.run;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.LedgerEntry;
import io.offsetwise.bootstrap.sample.wallet.MalformedPaymentException;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every ledger entry and every balance of a stream, to be compared as a whole.
 *
 * @param ledger in any order, repeats included
 * @param balances cents by wallet
 */
public record WalletContents(List<LedgerEntry> ledger, SortedMap<String, BigInteger> balances) {

  /** What Kafka's log makes of the wallets when every record before {@code end} counts once. */
  public static WalletContents replayed(KafkaConnection kafka, Positions end) {
    List<LedgerEntry> ledger = new ArrayList<>();
    new LogReplay(kafka).replay(end, record -> ledger.add(entry(record)));
    return of(ledger);
  }

  /** A ledger together with the balances that are its sums. */
  public static WalletContents of(List<LedgerEntry> ledger) {
    SortedMap<String, BigInteger> balances = new TreeMap<>();
    ledger.forEach(
        entry ->
            balances.merge(entry.wallet(), BigInteger.valueOf(entry.cents()), BigInteger::add));
    return new WalletContents(ledger, balances);
  }

  /** What the database holds of a stream. */
  public static WalletContents stored(JdbcConnections database, StreamName stream, SavePlan plan) {
    List<LedgerEntry> ledger =
        database.inTransaction(
            handle ->
                handle
                    .createQuery("SELECT * FROM wallet_ledger WHERE stream_name = :stream")
                    .bind("stream", stream.value())
                    .map(
                        (row, context) ->
                            new LedgerEntry(
                                row.getString("payment_id"),
                                row.getString("wallet"),
                                row.getLong("cents"),
                                row.getString("topic_name"),
                                row.getInt("partition_number"),
                                row.getLong("record_offset")))
                    .list());
    return new WalletContents(ledger, WalletRows.balances(database, stream, plan));
  }

  /**
   * A line for each entry that is there another number of times than expected, and for each wallet
   * with another balance.
   */
  public List<String> differencesFrom(WalletContents expected) {
    return Stream.concat(
            differences(counted(ledger), counted(expected.ledger)),
            differences(balances, expected.balances))
        .toList();
  }

  private static Map<LedgerEntry, Long> counted(List<LedgerEntry> entries) {
    return entries.stream().collect(Collectors.groupingBy(entry -> entry, Collectors.counting()));
  }

  private static <K, N extends Number> Stream<String> differences(
      Map<K, N> found, Map<K, N> expected) {
    return Stream.concat(found.keySet().stream(), expected.keySet().stream())
        .distinct()
        .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
        .map(key -> key + ": " + found.get(key) + " instead of " + expected.get(key));
  }

  private static LedgerEntry entry(SourceRecord record) {
    try {
      Payment payment = new JsonPaymentDecoder().decode(record.value());
      return new LedgerEntry(
          payment.id(),
          payment.wallet(),
          payment.cents(),
          record.topic(),
          record.partition(),
          record.offset());
    } catch (MalformedPaymentException foreign) {
      throw new IllegalStateException("the topic holds something that was not fed", foreign);
    }
  }
}
