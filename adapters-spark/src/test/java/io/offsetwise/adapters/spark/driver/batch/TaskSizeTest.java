package io.offsetwise.adapters.spark.driver.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.adapters.spark.executor.ReadRange;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.domain.offset.BatchRanges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every task deserialises its own copy of the RDD: it must not carry the ranges of all others. */
class TaskSizeTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  private static final int SLACK_BYTES = 50;

  @Test
  void aTaskOfAThousandPartitionsIsNoLargerThanOneOfTen() throws Exception {
    assertThat(bytesOfTask(1_000)).isCloseTo(bytesOfTask(10), within(SLACK_BYTES));
  }

  private static int bytesOfTask(int partitions) throws IOException {
    JavaSparkContext spark = SPARK.context();
    BatchRanges ranges =
        new BatchRanges(
            IntStream.range(0, partitions)
                .mapToObj(number -> DeliveredBatch.range("a", number, 0, 1))
                .toList());
    ReadRange<FakeResult> task =
        new ReadRange<>(
            FakeResult.FUNCTION,
            new StandardDefences(),
            PoisonPolicy.FAIL,
            spark.sc().collectionAccumulator());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      RawBatch raw = new RawBatch(spark, ranges, DeliveredBatch.EXACT, ReadingPlaces.ANYWHERE);
      out.writeObject(raw.mapRanges(task).rdd());
    }
    return bytes.size();
  }
}
