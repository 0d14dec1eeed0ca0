package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.function.Executable;

/**
 * What the database holds of one stream.
 *
 * @param connections to the database
 * @param stream the stream
 */
record StoredStream(JdbcConnections connections, StreamName stream) {

  static StoredStream in(JdbcSettings database, PaymentTopic topic) {
    return new StoredStream(PerJvm.get(database), new StreamName(topic.name()));
  }

  /** Next offset to read, by {@code topic-partition}. */
  SortedMap<String, Long> positions() {
    SortedMap<String, Long> next = new TreeMap<>();
    new JdbiOffsetStore(connections)
        .positions(stream)
        .forEach((partition, row) -> next.put(partition.toString(), row.nextOffset()));
    return next;
  }

  /** Accepted gaps as texts: {@code case topic-partition stored->resumed}. */
  List<String> gaps() {
    return texts(
        "SELECT start_case || ' ' || topic_name || '-' || partition_number || ' ' || stored_offset"
            + " || '->' || COALESCE(CAST(resumed_offset AS VARCHAR), 'nowhere')"
            + " FROM offset_gap WHERE stream_name = :stream ORDER BY gap_id");
  }

  /** The places of the records in the ledger, repeats included, in the order of the log. */
  List<String> ledger() {
    return texts(
        "SELECT topic_name || '-' || partition_number || '@' || record_offset FROM wallet_ledger"
            + " WHERE stream_name = :stream ORDER BY topic_name, partition_number, record_offset");
  }

  /** ExactSum by wallet, as the balances say. */
  Map<String, Long> balances() {
    return sums("wallet_balance");
  }

  /** ExactSum by wallet, as the ledger adds up. */
  Map<String, Long> sumsOfLedger() {
    return sums("wallet_ledger");
  }

  /** The latest claim; 0 before the first. */
  long epoch() {
    return number("SELECT COALESCE(MAX(epoch), 0) FROM stream_owner WHERE stream_name = :stream");
  }

  /** How many offsets were saved, as the history tells. */
  long saved() {
    return number(
        "SELECT SUM(until_offset - from_offset) FROM offset_history WHERE stream_name = :stream");
  }

  /**
   * How many of them a second, in the second half of the time from the first save to the last: in
   * the first one the job's JVMs warm up.
   */
  double savedPerSecond() {
    return connections.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT SUM(until_offset - from_offset)"
                        + " / EXTRACT(EPOCH FROM MAX(saved_at) - MIN(saved_at))"
                        + " FROM offset_history WHERE stream_name = :stream AND saved_at >="
                        + " (SELECT MIN(saved_at) + (MAX(saved_at) - MIN(saved_at)) / 2"
                        + " FROM offset_history WHERE stream_name = :stream)")
                .bind("stream", stream.value())
                .mapTo(Double.class)
                .one());
  }

  /** Whether an open transaction of somebody else holds locks. */
  boolean isLockedByOthers() {
    return connections.inTransaction(
        handle ->
            handle
                    .createQuery(
                        "SELECT COUNT(*) FROM information_schema.locks"
                            + " WHERE session_id <> SESSION_ID()")
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /** Whether a transaction waits for another one. */
  boolean isSomebodyWaiting() {
    return connections.inTransaction(
        handle ->
            handle
                    .createQuery(
                        "SELECT COUNT(*) FROM information_schema.sessions"
                            + " WHERE blocker_id IS NOT NULL")
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /** Holds the locks of all balances meanwhile. */
  void whileBalancesAreLocked(Executable action) {
    connections.inTransaction(
        handle -> {
          handle
              .createUpdate("UPDATE wallet_balance SET cents = cents WHERE stream_name = :stream")
              .bind("stream", stream.value())
              .execute();
          assertThatCode(action::execute).doesNotThrowAnyException();
          return stream;
        });
  }

  /** Moves a stored position by hand. */
  void moveTo(int partition, long offset) {
    connections.inTransaction(
        handle ->
            handle
                .createUpdate(
                    "UPDATE stream_offset SET next_offset = :offset"
                        + " WHERE stream_name = :stream AND partition_number = :partition")
                .bind("offset", offset)
                .bind("stream", stream.value())
                .bind("partition", partition)
                .execute());
  }

  /** Does anything else by hand. */
  void execute(String sql) {
    connections.inTransaction(handle -> handle.execute(sql));
  }

  private Map<String, Long> sums(String table) {
    return connections.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT wallet, SUM(cents) AS cents FROM "
                        + table
                        + " WHERE stream_name = :stream GROUP BY wallet")
                .bind("stream", stream.value())
                .setMapKeyColumn("wallet")
                .setMapValueColumn("cents")
                .collectInto(new GenericType<Map<String, Long>>() {}));
  }

  private List<String> texts(String query) {
    return connections.inTransaction(
        handle ->
            handle.createQuery(query).bind("stream", stream.value()).mapTo(String.class).list());
  }

  private long number(String query) {
    return connections.inTransaction(
        handle -> handle.createQuery(query).bind("stream", stream.value()).mapTo(Long.class).one());
  }
}
