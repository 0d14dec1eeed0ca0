package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.adapters.spark.checkpoint.Provenance;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamSettings;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What Spark keeps in its checkpoint and goes on with after a recovery, whatever the settings of
 * that day are.
 *
 * @param spark its properties of streaming are kept
 * @param settings interval and Kafka's parameters are kept
 * @param scope a batch that was half saved must be saved in the same way
 */
record CheckpointedSettings(
    JavaSparkContext spark, DirectStreamSettings settings, SaveScope scope) {

  private static final String OF_STREAMING = "spark.streaming.";

  /** Where a generation is from that begins now, under the names that people set. */
  Provenance provenance(CheckpointUse checkpoint, StartedStream stream) {
    SortedMap<String, String> kept = new TreeMap<>();
    kept.put("job.name", stream.context().stream().value());
    kept.put("job.guarantee (its plan)", stream.context().plan().toString());
    kept.put("job.scope", scope.key());
    kept.put("job.batch-interval", settings.batchInterval().toString());
    kept.put("kafka.topics (and their partitions)", partitions(stream));
    kept.put("offsets.checkpoint.dir", checkpoint.folder().root().toString());
    settings
        .kafkaProperties()
        .forEach((key, value) -> kept.put("Kafka's " + key, Provenance.digest(value)));
    SparkRuntime.propertiesOf(spark).entrySet().stream()
        .filter(property -> property.getKey().startsWith(OF_STREAMING))
        .forEach(property -> kept.put(property.getKey(), Provenance.digest(property.getValue())));
    return new Provenance(checkpoint.version(), spark.version(), kept);
  }

  private static String partitions(StartedStream stream) {
    return stream.positions().partitions().stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
