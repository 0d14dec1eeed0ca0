package io.offsetwise.bootstrap.asnoted.program;

import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/** The first note's message handler, which is a {@code map} today, and then its cast. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record CastAfterMap() implements NotedProgram {

  @Override
  public void define(JavaStreamingContext context, Surroundings at) throws Exception {
    OwnDataStore.stream(context, at)
        .map(Place::of)
        .foreachRDD(
            rdd -> {
              OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
              at.database().saveResults(rdd.collect());
              at.database().saveOffsets(offsetRanges);
            });
  }
}
