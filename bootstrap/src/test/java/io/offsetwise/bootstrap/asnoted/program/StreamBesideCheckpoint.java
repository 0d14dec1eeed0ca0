package io.offsetwise.bootstrap.asnoted.program;

import org.apache.spark.SparkConf;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** First note, read from top to bottom: the context from the checkpoint, then the stream. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record StreamBesideCheckpoint() implements NotedProgram {

  @Override
  public JavaStreamingContext open(SparkConf conf, Surroundings at) throws Exception {
    JavaStreamingContext context =
        JavaStreamingContext.getOrCreate(
            at.checkpoint(),
            () -> {
              JavaStreamingContext created = NotedProgram.newContext(conf);
              created.checkpoint(at.checkpoint());
              return created;
            });
    define(context, at);
    return context;
  }

  @Override
  public void define(JavaStreamingContext context, Surroundings at) throws Exception {
    OwnDataStore.stream(context, at)
        .foreachRDD(rdd -> at.database().saveResults(rdd.map(Place::of).collect()));
  }
}
