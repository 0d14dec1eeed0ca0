package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.SessionFailedException;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads and saves one batch: the unit of a retry. Each run reads the records anew and saves all of
 * them again; what an earlier one has saved is told by the guarded offsets. Used on the driver, in
 * the thread in which Spark Streaming runs the batch.
 *
 * @param <R> the job's results
 */
public final class BatchAction<R> implements LongSupplier {

  private final RawBatch raw;
  private final StreamJob<R> job;
  private final AlignedBatch<R> aligned;
  private final SaveScope scope;
  private final Saver<R> saver;
  private Optional<ShuffledBatch<R>> shuffled = Optional.empty();

  public BatchAction(
      RawBatch raw,
      StreamJob<R> job,
      RangeReaders earlierReaders,
      SaveScope scope,
      Saver<R> saver) {
    this.raw = raw;
    this.job = job;
    this.aligned = new AlignedBatch<>(raw, earlierReaders, job.function());
    this.scope = scope;
    this.saver = saver;
  }

  /**
   * Runs once.
   *
   * @return number of the batch's records
   * @throws io.offsetwise.application.stop.StoppedException what stops the stream
   * @throws SessionFailedException what else it failed with
   */
  @Override
  public long getAsLong() {
    try {
      return switch (scope) {
        case PARTITION -> aligned.savePerPartition(saver);
        case BATCH -> shuffled().savePerBatch(saver);
      };
    } catch (Exception failure) {
      throw new Diagnosis(saver, raw.ranges().ranges()).explain(failure);
    } catch (Error fatal) {
      // Bare, it would end Spark's thread instead of the batch.
      throw new SessionFailedException(fatal);
    }
  }

  /** The job is asked once for each batch: it may remember batches. */
  private ShuffledBatch<R> shuffled() {
    if (shuffled.isEmpty()) {
      shuffled = Optional.of(job.shuffle(aligned));
    }
    return shuffled.orElseThrow();
  }
}
