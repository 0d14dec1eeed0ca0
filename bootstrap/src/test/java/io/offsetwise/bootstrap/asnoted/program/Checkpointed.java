package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * Both notes, a driver that can recover: Spark's checkpoint keeps the offsets.
 *
 * @param results how they are saved
 */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record Checkpointed(Results results) implements NotedProgram {

  /** How results are saved. */
  public enum Results {
    APPENDED,
    UNDER_NATURAL_KEY
  }

  @Override
  public JavaStreamingContext open(SparkConf conf, Surroundings at) {
    return JavaStreamingContext.getOrCreate(
        at.checkpoint(),
        () -> {
          JavaStreamingContext context = NotedProgram.newContext(conf);
          define(context, at);
          context.checkpoint(at.checkpoint());
          return context;
        });
  }

  @Override
  public void define(JavaStreamingContext context, Surroundings at) throws Exception {
    OwnDataStore.stream(context, at)
        .foreachRDD(
            rdd -> {
              List<Place> places = rdd.map(Place::of).collect();
              switch (results) {
                case APPENDED -> at.database().saveResults(places);
                case UNDER_NATURAL_KEY -> at.database().saveResultsUnderKey(places);
              }
              at.fault().mayStrike(FailurePoint.AFTER_LAST_COMMIT);
            });
  }
}
