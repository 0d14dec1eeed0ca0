package io.offsetwise.bootstrap.job;

import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.adapters.spark.driver.batch.TableJob;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.audit.TableComparison;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.Optional;

/**
 * A job: a function of one record and the tables that its results go to. How results are written
 * and reduced, which guarantees are possible, what an audit compares and what a run says at its end
 * follows from these two; a job that knows better says it in one of the methods with a default.
 *
 * <p>{@link java.util.ServiceLoader} finds it: a public class with a public constructor without
 * parameters, named in {@code META-INF/services} of its jar. Used on the driver; function and
 * tables travel.
 *
 * @param <R> rows of its tables
 */
public interface Job<R> {

  /** The value of {@code job.kind} that chooses it. */
  String kind();

  /** The migrations that make its tables. */
  SchemaPart schema();

  /** Where its results go. */
  ResultTables<R> tables();

  /** What becomes of one record. */
  RecordFunction<R> function();

  /** What it writes under a guarantee, from which it follows whether that is possible. */
  default ResultKind resultKind(DeliveryGuarantee guarantee) {
    return tables().kindUnder(guarantee.plan());
  }

  /**
   * How a batch is computed.
   *
   * @param resources of the run; nothing is opened yet
   */
  default StreamJob<R> stream(JobResources resources) {
    return new TableJob<>(function(), tables());
  }

  /**
   * Holds results against the log; one instance for one audit.
   *
   * @param written the tables that rows are written to under the stream's guarantee
   * @param stored what is stored
   */
  default ResultComparison comparison(ResultTables<R> written, StoredResults stored) {
    return TableComparison.of(written, function(), stored);
  }

  /**
   * What it says of itself at the end of a run; one instance for one run.
   *
   * @param written the tables that rows are written to under the stream's guarantee
   */
  default JobSummary summary(ResultTables<R> written, Settings settings) {
    return new TableSummary(written);
  }

  /** Generates records for its topics; empty when others alone fill them. */
  default Optional<RecordGenerator> generator(Settings settings) {
    return Optional.empty();
  }
}
