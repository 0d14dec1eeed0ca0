package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * What a job makes of one record: nothing, one result or several. Runs on executors; must be a pure
 * function of the record, because a range may be read more than once.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface RecordFunction<R> extends Serializable {

  /**
   * Turns {@code record} into results.
   *
   * <p>May throw: a {@link RejectedRecordException} makes the record a dead letter; what becomes of
   * it after any other exception {@link PoisonPolicy} decides. Results that were given before are
   * dropped.
   *
   * @param results takes each result; valid during this call only
   */
  void apply(SourceRecord record, Consumer<? super R> results);
}
