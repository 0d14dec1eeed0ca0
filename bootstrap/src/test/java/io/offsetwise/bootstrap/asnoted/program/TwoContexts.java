package io.offsetwise.bootstrap.asnoted.program;

import org.apache.spark.SparkConf;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** First note: a context of the object itself, and another one in the function that creates it. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record TwoContexts() implements NotedProgram {

  @Override
  public JavaStreamingContext open(SparkConf conf, Surroundings at) {
    NotedProgram.newContext(conf); // val ssc = new StreamingContext(conf, Seconds(1))
    return JavaStreamingContext.getOrCreate(
        at.checkpoint(),
        () -> {
          JavaStreamingContext context = new JavaStreamingContext(conf, BATCH);
          define(context, at);
          context.checkpoint(at.checkpoint());
          return context;
        });
  }

  @Override
  public void define(JavaStreamingContext context, Surroundings at) throws Exception {
    OwnDataStore.stream(context, at)
        .foreachRDD(rdd -> at.database().saveResults(rdd.map(Place::of).collect()));
  }
}
