package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.application.audit.PlacedComparison;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.audit.RowsOfRecord;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.PartitionFindings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Wallets held against the log. The ledger is compared entry by entry with the payments in the log,
 * and each balance with the sum of its ledger: together that holds each balance against the log,
 * without a sum of every wallet in memory. Balances that are wrong are held against the log
 * directly, so that the finding tells which side is right. Not thread-safe.
 */
final class WalletComparison implements ResultComparison {

  private final RowsOfRecord<LedgerEntry> entries;
  private final PlacedComparison<Optional<LedgerEntry>> ledger;
  private final BalanceFindings balances;

  /**
   * Compares {@code stored} with what {@code function} makes of each record.
   *
   * @param written tables under the guarantee of the stream
   * @param function the job's own
   */
  @SuppressWarnings("unchecked") // it is WalletJob.LEDGER, however it is written
  WalletComparison(
      ResultTables<WalletResult> written,
      StoredResults stored,
      RecordFunction<WalletResult> function) {
    this.entries = new RowsOfRecord<>(function, LedgerEntry.class);
    this.balances = BalanceFindings.of(wrongBalances(written, stored));
    this.ledger =
        new PlacedComparison<>(
            stored.placed((ResultTable<LedgerEntry>) written.main()), this::contentOf);
  }

  private static Iterator<WrongTotal> wrongBalances(
      ResultTables<WalletResult> written, StoredResults stored) {
    return written.totals().isEmpty()
        ? Collections.emptyIterator()
        : stored.wrongTotals(WalletJob.BALANCES, WalletJob.LEDGER, "cents");
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    if (!partition.isWhollyComparable()) {
      balances.cannotTellTheLogsSums();
    }
    return ledger.compare(partition, commits, log);
  }

  private List<Optional<LedgerEntry>> contentOf(SourceRecord record) {
    List<Optional<LedgerEntry>> content = entries.content(record);
    content.forEach(entry -> entry.ifPresent(balances::sent));
    return content;
  }

  @Override
  public List<Finding> others() {
    List<Finding> all = new ArrayList<>(ledger.others());
    all.addAll(balances.findings());
    return all;
  }
}
