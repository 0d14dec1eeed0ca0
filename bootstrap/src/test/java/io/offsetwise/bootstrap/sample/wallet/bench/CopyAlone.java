package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.sample.wallet.LedgerEntry;
import io.offsetwise.domain.offset.StreamName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * COPY of the same rows by one thread, and nothing else: into the ledger, or into a temporary table
 * whose rows are then inserted unless their key is there.
 *
 * @param name in the report
 * @param target the table that is copied into
 * @param columns its columns, after those that every row has
 * @param before what is done once
 * @param after what follows each COPY
 */
record CopyAlone(
    String name,
    Workload workload,
    JdbcSettings database,
    String target,
    String columns,
    List<String> before,
    List<String> after)
    implements Contestant {

  private static final int FULL = 64 * 1024;
  private static final String ALL =
      "stream_name, payment_id, wallet, cents, topic_name, partition_number, record_offset";

  static CopyAlone appending(Workload workload, JdbcSettings database) {
    return new CopyAlone(
        "COPY alone", workload, database, "wallet_ledger", "", List.of(), List.of());
  }

  static CopyAlone keyed(Workload workload, JdbcSettings database) {
    String all = ALL + ", natural_key";
    return new CopyAlone(
        "COPY and ON CONFLICT alone",
        workload,
        database,
        "copied",
        ", natural_key",
        List.of(
            "CREATE TEMPORARY TABLE copied ON COMMIT DELETE ROWS AS SELECT "
                + all
                + " FROM wallet_ledger LIMIT 0"),
        List.of(
            "INSERT INTO wallet_ledger ("
                + all
                + ") SELECT "
                + all
                + " FROM copied"
                + " ON CONFLICT DO NOTHING"));
  }

  @Override
  public Attempt run(StreamName stream) throws SQLException {
    Tally tally = new Tally();
    try (Connection connection = LoopLedger.Way.connect(database);
        Statement statement = connection.createStatement()) {
      execute(statement, before);
      for (long from = 0; from < workload.payments(); from += workload.recordsPerTransaction()) {
        long until = Math.min(from + workload.recordsPerTransaction(), workload.payments());
        copy(connection, stream, LedgerRows.of(from, until));
        execute(statement, after);
        connection.commit();
        tally.add(until - from, 1);
      }
    }
    return tally.attempt();
  }

  private static void execute(Statement statement, List<String> all) throws SQLException {
    for (String each : all) {
      statement.execute(each);
    }
  }

  private void copy(Connection connection, StreamName stream, Iterator<LedgerEntry> rows)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + target + " (" + ALL + columns + ") FROM STDIN");
    StringBuilder lines = new StringBuilder(FULL + 1024);
    while (rows.hasNext()) {
      append(lines, stream, rows.next());
      if (lines.length() >= FULL || !rows.hasNext()) {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
      }
    }
    copy.endCopy();
  }

  private void append(StringBuilder lines, StreamName stream, LedgerEntry row) {
    lines.append(stream.value()).append('\t').append(row.paymentId()).append('\t');
    lines.append(row.wallet()).append('\t').append(row.cents()).append('\t');
    lines.append(row.topic()).append('\t').append(row.partition()).append('\t');
    lines.append(row.offset());
    if (!columns.isEmpty()) {
      lines.append('\t').append(row.paymentId());
    }
    lines.append('\n');
  }
}
