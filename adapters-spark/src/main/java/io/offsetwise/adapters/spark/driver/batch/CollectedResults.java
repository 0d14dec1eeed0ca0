package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.RangeRead;
import io.offsetwise.adapters.spark.executor.ReadRange;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RangeResults;
import io.offsetwise.application.save.ReadBatch;
import io.offsetwise.application.save.ReadResults;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.CollectionAccumulator;

/**
 * The results of a whole batch, computed on executors and collected to the driver when the
 * coordinator asks for them: it alone decides what comes first.
 */
final class CollectedResults<R> implements RangeResults<R> {

  private final RawBatch raw;
  private final List<RawBatch> earlier;
  private final RecordFunction<R> function;
  private final UnaryOperator<JavaRDD<R>> shuffle;
  private final Defences defences;
  private final PoisonPolicy poison;
  private final CollectionAccumulator<RangeRead> reports;
  private long recordsRead;

  CollectedResults(
      RawBatch raw,
      List<RawBatch> earlier,
      RecordFunction<R> function,
      UnaryOperator<JavaRDD<R>> shuffle,
      Saver<R> saver) {
    this.raw = raw;
    this.earlier = earlier;
    this.function = function;
    this.shuffle = shuffle;
    this.defences = saver.defences();
    this.poison = saver.poison();
    this.reports = raw.spark().sc().collectionAccumulator();
  }

  /** {@inheritDoc} They are collected as they are, since what comes of a shuffle is one list. */
  @Override
  public ReadResults<R> read(Supplier<HeldResults<R>> holding) {
    List<R> results = collect();
    ReadReports read = new ReadReports(reports.value());
    earlier.forEach(batch -> read.requireComplete(batch.ranges(), defences));
    List<RangeRead.Complete> own = read.requireComplete(raw.ranges(), defences);
    recordsRead = own.stream().mapToLong(RangeRead.Complete::records).sum();
    return new ReadBatch<>(
        results,
        own.stream().flatMap(range -> range.letters().stream()).toList(),
        own.stream()
            .collect(Collectors.toMap(RangeRead.Complete::range, RangeRead.Complete::summary)));
  }

  /** Number of the batch's own records; 0 before they were read. */
  long recordsRead() {
    return recordsRead;
  }

  private List<R> collect() {
    JavaRDD<R> results = resultsOf(raw);
    for (RawBatch batch : earlier) {
      results = results.union(resultsOf(batch));
    }
    try {
      return shuffle.apply(results).collect();
    } catch (RuntimeException failure) {
      throw ShuffleFailure.explain(failure);
    } catch (Exception failure) {
      // Spark throws checked exceptions that its methods do not declare.
      throw ShuffleFailure.explain(
          new IllegalStateException(
              "the results of the batch could not be computed: " + failure.getMessage(), failure));
    }
  }

  private JavaRDD<R> resultsOf(RawBatch batch) {
    return batch.mapRanges(new ReadRange<>(function, defences, poison, reports));
  }
}
