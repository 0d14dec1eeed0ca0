package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.asnoted.program.Surroundings;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** A program that runs in this JVM. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
final class PlainDriver implements AutoCloseable {

  private final JavaStreamingContext context;
  private final Batches batches;

  private PlainDriver(JavaStreamingContext context, Batches batches) {
    this.context = context;
    this.batches = batches;
  }

  /** Starts the program; from where it reads is decided when this returns. */
  static PlainDriver start(NotedProgram program, Surroundings at, String master) throws Exception {
    String name = at.database().program();
    Strikes.clear(name);
    Batches batches = Batches.ofNewRun(name);
    JavaStreamingContext context = program.open(conf(name, master), at);
    context.addStreamingListener(batches);
    PlainDriver driver = new PlainDriver(context, batches);
    try {
      context.start();
    } catch (Exception notStarted) {
      driver.close();
      throw notStarted;
    }
    return driver;
  }

  /** Where it stands. */
  Batches batches() {
    return batches;
  }

  /** What every program does after its start. */
  void awaitTermination() throws InterruptedException {
    context.awaitTermination();
  }

  /** Waits for all batches that were generated, as the documentation advises. */
  void stopGracefully() {
    context.stop(false, true);
  }

  /** Stops at once: batches that wait are forgotten. */
  @Override
  public void close() {
    context.stop(false, false);
  }

  private static SparkConf conf(String name, String master) {
    SparkConf conf = new SparkConf();
    Map.of(
            "spark.app.name", name,
            "spark.master", master,
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.streaming.kafka.maxRatePerPartition", "100")
        .forEach(conf::set);
    return conf;
  }
}
