package io.offsetwise.application.audit;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.result.Writing;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.PartitionFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Any job's tables held against the log: the main one record by record, the totals against the main
 * one. Not thread-safe.
 */
public final class TableComparison implements ResultComparison {

  private final ResultComparison main;
  private final List<Finding> totals;

  private TableComparison(ResultComparison main, List<Finding> totals) {
    this.main = Objects.requireNonNull(main, "main");
    this.totals = List.copyOf(totals);
  }

  /**
   * What follows from the declaration of the tables.
   *
   * @param tables as they are written under the guarantee of the stream
   * @param function the job's own
   * @param stored what is to be compared
   * @throws IllegalArgumentException when the main table has rows of each batch: only the job knows
   *     what a window holds
   */
  public static <R> ResultComparison of(
      ResultTables<R> tables, RecordFunction<R> function, StoredResults stored) {
    return new TableComparison(ofMain(tables.main(), function, stored), ofTotals(tables, stored));
  }

  private static <R, T extends R> ResultComparison ofMain(
      ResultTable<T> main, RecordFunction<R> function, StoredResults stored) {
    RowsOfRecord<T> rows = new RowsOfRecord<>(function, main.row());
    if (main.writing() instanceof Writing.OfEachBatch) {
      throw new IllegalArgumentException(
          "table " + main.name() + " has rows of each batch: its job must compare them itself");
    }
    return !main.added().isEmpty()
        ? new SumComparison<>(main, rows, stored)
        : new PlacedComparison<>(stored.placed(main), rows::content);
  }

  private static <R> List<Finding> ofTotals(ResultTables<R> tables, StoredResults stored) {
    List<Finding> findings = new ArrayList<>();
    for (ResultTable<? extends R> total : tables.totals()) {
      for (String column : total.added()) {
        findings.addAll(TotalFindings.of(total, stored.wrongTotals(total, tables.main(), column)));
      }
    }
    return findings;
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    return main.compare(partition, commits, log);
  }

  @Override
  public List<Finding> others() {
    List<Finding> all = new ArrayList<>(main.others());
    all.addAll(totals);
    return all;
  }
}
