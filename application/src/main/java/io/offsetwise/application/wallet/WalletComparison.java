package io.offsetwise.application.wallet;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.application.audit.PlacedComparison;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.PartitionFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wallets held against the log. The ledger is compared entry by entry with the payments in the log,
 * and each balance with the sum of its ledger: together that holds each balance against the log,
 * without a sum of every wallet in memory. Balances that are wrong are held against the log
 * directly, so that the finding tells which side is right. Not thread-safe.
 */
public final class WalletComparison implements ResultComparison {

  private final WalletFunction function;
  private final PlacedComparison<Optional<LedgerEntry>> ledger;
  private final BalanceFindings balances;

  /**
   * Compares {@code stored} with what {@code function} makes of each record.
   *
   * @param function the job's own
   */
  public WalletComparison(StoredWallets stored, WalletFunction function) {
    this.function = function;
    this.balances = BalanceFindings.of(stored.wrongBalances());
    this.ledger = new PlacedComparison<>(stored, this::contentOf);
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    if (!partition.isWhollyComparable()) {
      balances.cannotTellTheLogsSums();
    }
    return ledger.compare(partition, commits, log);
  }

  private Optional<LedgerEntry> contentOf(SourceRecord record) {
    List<LedgerEntry> entries = new ArrayList<>(1);
    try {
      function.apply(
          record,
          result -> {
            if (result instanceof LedgerEntry entry) {
              entries.add(entry);
            }
          });
    } catch (RuntimeException poison) {
      return Optional.empty(); // a dead letter, and none of its results
    }
    Optional<LedgerEntry> content = entries.stream().findFirst();
    content.ifPresent(balances::sent);
    return content;
  }

  @Override
  public List<Finding> others() {
    List<Finding> all = new ArrayList<>(ledger.others());
    all.addAll(balances.findings());
    return all;
  }
}
