package io.offsetwise.adapters.spark.driver.async;

import io.offsetwise.adapters.spark.driver.batch.RawBatch;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.SavedBatch;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.streaming.kafka010.CanCommitOffsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what was saved to the connector. It only remembers it: the commit is sent when Spark
 * generates the next batch, and never if there is none.
 *
 * @param stream the raw stream of the connector
 */
record AsyncCommits(CanCommitOffsets stream) implements BatchObserver, OffsetCommitCallback {

  private static final Logger LOG = LoggerFactory.getLogger(AsyncCommits.class);

  /** Empty ranges are committed as well, so that offsets of a quiet partition do not expire. */
  @Override
  public void saved(SavedBatch batch) {
    stream.commitAsync(RawBatch.rangesOfConnector(batch.ranges()), this);
  }

  /** No reason to stop: the next commit holds the offsets of this one, or later ones. */
  @Override
  public void onComplete(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
    if (failure != null) {
      LOG.warn(
          "Kafka did not take the commit of {}; a restart would read what was saved since the last"
              + " commit again",
          offsets,
          failure);
    }
  }
}
