package io.offsetwise.bootstrap.receivers;

import io.offsetwise.bootstrap.command.EndWithParent;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * A driver with a receiver, which recovers from a checkpoint, as a process that is killed.
 *
 * @param server address of the broker
 * @param topic what it reads
 * @param commits when its receiver commits
 * @param log whether the receiver has a write-ahead log: {@code true} or {@code false}
 * @param folder of its checkpoint
 * @param output file of what its batches have read
 */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
record ReceiverDriver(
    String server, String topic, Commits commits, String log, String folder, String output) {

  static final int INTERVAL_MILLIS = 500;

  public static void main(String[] arguments) throws Exception {
    EndWithParent.watch();
    ReceiverDriver driver =
        new ReceiverDriver(
            arguments[0],
            arguments[1],
            Commits.valueOf(arguments[2]),
            arguments[3],
            arguments[4],
            arguments[5]);
    JavaStreamingContext context =
        JavaStreamingContext.getOrCreate(driver.folder, driver::newContext);
    context.start();
    context.awaitTermination();
  }

  List<String> arguments() {
    return List.of(server, topic, commits.name(), log, folder, output);
  }

  private JavaStreamingContext newContext() {
    SparkConf conf =
        new SparkConf()
            .setAppName("receiver")
            .setMaster("local[2]")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.streaming.receiver.writeAheadLog.enable", log);
    JavaStreamingContext context =
        new JavaStreamingContext(conf, Milliseconds.apply(INTERVAL_MILLIS));
    context.checkpoint(folder);
    context
        .receiverStream(new KafkaReceiver(server, topic, commits))
        .foreachRDD(new AppendPlaces(output));
    return context;
  }
}
