package io.offsetwise.bootstrap.asnoted.program;

import java.io.Serializable;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Duration;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** A program as the notes have it, or as it is copied from them. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public interface NotedProgram extends Serializable {

  /** Ten in a second, where the notes have one: less to wait for. */
  Duration BATCH = Durations.milliseconds(100);

  /**
   * The program up to {@code context.start()}.
   *
   * @param conf of the Spark that is to be started; where one runs, that is taken
   */
  default JavaStreamingContext open(SparkConf conf, Surroundings at) throws Exception {
    JavaStreamingContext context = newContext(conf);
    define(context, at);
    return context;
  }

  /** Sets up streams and outputs. */
  void define(JavaStreamingContext context, Surroundings at) throws Exception;

  static JavaStreamingContext newContext(SparkConf conf) {
    return new JavaStreamingContext(
        JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf)), BATCH);
  }
}
