package io.offsetwise.adapters.spark.driver.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.driver.batch.DeliveredBatch;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.domain.offset.BatchRanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.spark.streaming.kafka010.CanCommitOffsets;
import org.apache.spark.streaming.kafka010.OffsetRange;
import org.junit.jupiter.api.Test;

class AsyncCommitsTest {

  private final Connector connector = new Connector();

  @Test
  void everyRangeOfASavedBatchIsHandedToTheConnectorEmptyOnesToo() {
    BatchRanges ranges =
        new BatchRanges(List.of(DeliveredBatch.range("a", 1, 10, 15), range("a", 0, 7)));

    new AsyncCommits(connector)
        .saved(new SavedBatch(Instant.EPOCH, ranges, 5, Duration.ofMillis(1)));

    assertThat(connector.ranges)
        .containsExactly(OffsetRange.create("a", 1, 10, 15), OffsetRange.create("a", 0, 7, 7));
  }

  private static io.offsetwise.domain.offset.OffsetRange range(
      String topic, int partition, long empty) {
    return DeliveredBatch.range(topic, partition, empty, empty);
  }

  /** Remembers what it is to commit. */
  private static final class Connector implements CanCommitOffsets {

    private final List<OffsetRange> ranges = new ArrayList<>();

    @Override
    public void commitAsync(OffsetRange[] committed) {
      commitAsync(committed, null);
    }

    @Override
    public void commitAsync(OffsetRange[] committed, OffsetCommitCallback callback) {
      ranges.addAll(List.of(committed));
    }
  }
}
