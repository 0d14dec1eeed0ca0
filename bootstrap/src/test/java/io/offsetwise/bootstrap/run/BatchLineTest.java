package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLineTest {

  @Test
  void showsRecordsRangesLagAndTimeAndLeavesEmptyRangesOut() {
    SavedBatch batch =
        new SavedBatch(
            Instant.parse("2026-01-01T00:00:07Z"),
            new BatchRanges(
                List.of(
                    range("tips", 1, 10, 250),
                    range("tips", 0, 0, 100),
                    range("refunds", 0, 5, 5),
                    range("other", 3, 1, 2))),
            341,
            Duration.ofMillis(1234));

    assertThat(BatchLine.of(batch, 18_750))
        .contains(":07.000")
        .contains("341 records")
        .contains("lag   18,750")
        .contains("1,234 ms")
        .endsWith("other 3:[1,2)  tips 0:[0,100) 1:[10,250)")
        .doesNotContain("refunds");
  }

  private static OffsetRange range(String topic, int partition, long from, long until) {
    return new OffsetRange(new TopicPartition(topic, partition), from, until);
  }
}
