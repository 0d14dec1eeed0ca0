package io.offsetwise.bootstrap.audit;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/**
 * A stream of which all rows are copies of another one's, so that they can be changed by hand.
 *
 * @param database holds both
 * @param name of the copy
 */
record CopiedStream(JdbcConnections database, StreamName name) {

  private static final List<String> COPIES =
      List.of(
          "stream_offset (stream_name, topic_name, partition_number, topic_id, next_offset, epoch)"
              + " SELECT ?, topic_name, partition_number, topic_id, next_offset, epoch"
              + " FROM stream_offset WHERE stream_name = ?",
          "offset_start (stream_name, topic_name, partition_number, topic_id, start_offset, epoch)"
              + " SELECT ?, topic_name, partition_number, topic_id, start_offset, epoch"
              + " FROM offset_start WHERE stream_name = ?",
          "offset_history"
              + " (stream_name, topic_name, partition_number, from_offset, until_offset, epoch,"
              + " committed, guarantee)"
              + " SELECT ?, topic_name, partition_number, from_offset, until_offset, epoch,"
              + " committed, guarantee"
              + " FROM offset_history WHERE stream_name = ? ORDER BY entry_id",
          "wallet_ledger (stream_name, payment_id, wallet, cents, topic_name, partition_number,"
              + " record_offset)"
              + " SELECT ?, payment_id, wallet, cents, topic_name, partition_number, record_offset"
              + " FROM wallet_ledger WHERE stream_name = ?",
          "wallet_balance (stream_name, wallet, cents)"
              + " SELECT ?, wallet, cents FROM wallet_balance WHERE stream_name = ?");

  /** Copies all rows of {@code original}. */
  static CopiedStream of(StreamName original, String copy, JdbcConnections database) {
    CopiedStream copied = new CopiedStream(database, new StreamName(copy));
    COPIES.forEach(rows -> copied.execute("INSERT INTO " + rows, copy, original.value()));
    return copied;
  }

  /** Changes the history as if each range had been saved in two commits. */
  CopiedStream savedUnder(DeliveryGuarantee guarantee) {
    execute(
        "UPDATE offset_history SET committed = 'results', guarantee = ? WHERE stream_name = ?",
        guarantee.key(),
        name.value());
    execute(
        "INSERT INTO offset_history (stream_name, topic_name, partition_number, from_offset,"
            + " until_offset, epoch, committed, guarantee) SELECT stream_name, topic_name,"
            + " partition_number, from_offset, until_offset, epoch, 'offsets', guarantee"
            + " FROM offset_history WHERE stream_name = ? ORDER BY entry_id",
        name.value());
    return this;
  }

  /** Changes something by hand. */
  void execute(String statement, Object... parameters) {
    database.inTransaction(handle -> handle.execute(statement, parameters));
  }

  /** The one value that {@code query} finds. */
  String text(String query, Object... parameters) {
    return database.inTransaction(
        handle -> handle.select(query, parameters).mapTo(String.class).one());
  }
}
