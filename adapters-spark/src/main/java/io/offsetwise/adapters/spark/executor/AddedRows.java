package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.result.ResultTables;
import java.util.Objects;
import org.apache.spark.api.java.function.Function2;

/**
 * Two rows of one key as one.
 *
 * @param tables of the job
 * @param <R> the rows
 */
public record AddedRows<R>(ResultTables<R> tables) implements Function2<R, R, R> {

  public AddedRows {
    Objects.requireNonNull(tables, "tables");
  }

  @Override
  public R call(R left, R right) {
    return tables.of(left).sum(left, right);
  }
}
