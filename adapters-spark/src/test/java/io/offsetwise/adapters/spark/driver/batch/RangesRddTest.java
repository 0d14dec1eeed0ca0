package io.offsetwise.adapters.spark.driver.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import org.apache.spark.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scala.collection.JavaConverters;

/** What reads a range, and where. */
class RangesRddTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  private static final List<OffsetRange> RANGES =
      List.of(DeliveredBatch.range("a", 0, 0, 5), DeliveredBatch.range("a", 1, 7, 9));

  @Test
  void aRangeIsSentWhereItsPartitionIsBestRead() {
    RangesRdd ranges =
        new RangesRdd(
            SPARK.context().sc(),
            RANGES,
            partition -> partition.partition() == 1 ? List.of("executor_host_4") : List.of());

    assertThat(places(ranges, 0)).isEmpty();
    assertThat(places(ranges, 1)).containsExactly("executor_host_4");
  }

  @Test
  void eachPartitionHoldsOneRangeInTheirOrder() {
    RangesRdd ranges = new RangesRdd(SPARK.context().sc(), RANGES, ReadingPlaces.ANYWHERE);

    assertThat(ranges.toJavaRDD().glom().collect())
        .containsExactly(List.of(RANGES.get(0)), List.of(RANGES.get(1)));
  }

  private static List<String> places(RangesRdd ranges, int index) {
    Partition partition = ranges.partitions()[index];
    return JavaConverters.seqAsJavaList(ranges.preferredLocations(partition));
  }
}
