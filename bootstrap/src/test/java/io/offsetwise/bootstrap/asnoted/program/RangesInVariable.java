package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/**
 * Second note: a variable that {@code transform} fills, on the thread that generates batches, and a
 * later {@code foreachRDD} reads, on the one that runs them.
 */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record RangesInVariable() implements NotedProgram {

  @Override
  public void define(JavaStreamingContext context, Surroundings at) throws Exception {
    AtomicReference<OffsetRange[]> offsetRanges = new AtomicReference<>();
    OwnDataStore.stream(context, at)
        .transform(
            rdd -> {
              offsetRanges.set(((HasOffsetRanges) rdd.rdd()).offsetRanges());
              return rdd;
            })
        .map(Place::of)
        .foreachRDD(
            rdd -> {
              at.database().saveResults(rdd.collect());
              at.fault().mayStrike(FailurePoint.BETWEEN_COMMITS);
              at.database().saveOffsets(offsetRanges.get());
            });
  }
}
