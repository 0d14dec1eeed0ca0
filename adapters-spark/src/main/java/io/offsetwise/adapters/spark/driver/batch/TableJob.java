package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.AddedRows;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import java.util.Objects;

/**
 * A job that follows from its function and its tables: in scope batch, rows that are added up come
 * to the driver as one for each key and partition. Used on the driver.
 *
 * @param function of one record
 * @param tables where its results go
 * @param <R> rows of these tables
 */
public record TableJob<R>(RecordFunction<R> function, ResultTables<R> tables)
    implements StreamJob<R> {

  public TableJob {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(tables, "tables");
  }

  @Override
  public ShuffledBatch<R> shuffle(AlignedBatch<R> batch) {
    if (tables.all().allMatch(table -> table.added().isEmpty())) {
      return batch.shuffle(results -> results);
    }
    return batch.shuffle(results -> results.mapPartitions(new AddedRows<>(tables)));
  }
}
