package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.KeyedSums;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Adds rows to what is stored, one sum for each key, in the order of the keys.
 *
 * @param <T> the rows
 */
final class SummedRows<T> implements RowTaker {

  private final StreamName stream;
  private final ResultTable<T> table;
  private final KeyedSums<T> sums;

  /** No row yet. */
  SummedRows(StreamName stream, ResultTable<T> table) {
    this.stream = stream;
    this.table = table;
    this.sums = new KeyedSums<>(table);
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code RESULTS_REFUSED}
   *     when an integer overflows
   */
  @Override
  public void add(Object row) {
    try {
      sums.add(row);
    } catch (ArithmeticException overflow) {
      throw StopReason.RESULTS_REFUSED.because(
          overflow,
          "rows of table %s with the same key add up to more than a column holds (%s), and will again"
              + " at each start; let the job's function reject such records, or declare a wider"
              + " column",
          table.name(),
          overflow.getMessage());
    }
  }

  @Override
  public void writeTo(Handle handle) {
    if (sums.size() == 0) {
      return;
    }
    int[] sources =
        Stream.of(table.key(), table.added())
            .flatMap(List::stream)
            .mapToInt(table::indexOf)
            .toArray();
    List<Column> columns = new ArrayList<>(List.of(Sql.STREAM));
    for (int source : sources) {
      columns.add(table.columns().get(source));
    }
    HandleDialect.of(handle)
        .bulkWriter()
        .addSums(
            handle,
            new InsertInto(table.name(), columns),
            1 + table.key().size(),
            sums.inOrder().stream().map(row -> arranged(row, sources)).toList());
  }

  private Object[] arranged(Object[] row, int[] sources) {
    Object[] values = new Object[1 + sources.length];
    values[0] = stream.value();
    for (int i = 0; i < sources.length; i++) {
      values[i + 1] = row[sources[i]];
    }
    return values;
  }

  /** Sums are nothing that is open. */
  @Override
  public void close() {}
}
