package io.offsetwise.bootstrap.sample.words.stream;

import java.time.Instant;
import java.util.Objects;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.streaming.Time;

/**
 * Takes all counts to the driver after each batch, which a small job can afford. Runs on the
 * driver; lies in the checkpoint.
 *
 * @param output takes them
 */
record PublishCounts(CountsOutput output)
    implements VoidFunction2<JavaPairRDD<String, Long>, Time> {

  PublishCounts {
    Objects.requireNonNull(output, "output");
  }

  @Override
  public void call(JavaPairRDD<String, Long> counts, Time batchTime) {
    int lineage = Lineage.size(counts.rdd()); // before the action, which may checkpoint it
    output.publish(
        new CountedBatch(
            Instant.ofEpochMilli(batchTime.milliseconds()), counts.collectAsMap(), lineage));
  }
}
