package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.AddedRows;
import io.offsetwise.adapters.spark.executor.KeyedRows;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import java.util.Objects;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * A job that follows from its function and its tables: in scope batch, rows that are added up are
 * reduced by their keys before they come to the driver. Used on the driver.
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
    return batch.shuffle(
        results ->
            JavaPairRDD.fromJavaRDD(results.mapPartitionsWithIndex(new KeyedRows<>(tables), true))
                .reduceByKey(new AddedRows<>(tables))
                .values());
  }
}
