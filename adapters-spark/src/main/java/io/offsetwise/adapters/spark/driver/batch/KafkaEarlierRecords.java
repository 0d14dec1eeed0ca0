package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.domain.offset.BatchRanges;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/**
 * Reads records of earlier batches again, beside the stream. Nothing is kept of a batch but its
 * ranges: what a window holds comes from the log each time.
 */
public final class KafkaEarlierRecords implements EarlierRecords {

  private final JavaSparkContext spark;
  private final Map<String, Object> properties;

  /**
   * Reads with the properties of a session.
   *
   * @param properties the consumers' properties, complete
   */
  public KafkaEarlierRecords(JavaSparkContext spark, Map<String, Object> properties) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.properties = new HashMap<>(properties);
    // Spark keeps executors' consumers by group and partition: shared with the stream's own, each
    // would be sent back and forth, and lose what it has fetched.
    this.properties.computeIfPresent(
        ConsumerConfig.GROUP_ID_CONFIG, (key, group) -> group + "-earlier");
  }

  @Override
  public RawBatch read(BatchRanges ranges) {
    JavaRDD<ConsumerRecord<byte[], byte[]>> records =
        KafkaUtils.createRDD(
            spark,
            properties,
            RawBatch.rangesOfConnector(ranges),
            LocationStrategies.PreferConsistent());
    return new RawBatch(records, ranges);
  }
}
