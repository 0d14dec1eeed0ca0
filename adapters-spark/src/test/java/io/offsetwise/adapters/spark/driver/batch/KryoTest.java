package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user may choose Kryo; without our registrator it fails on records. */
class KryoTest {

  @RegisterExtension
  static final LocalSpark SPARK =
      LocalSpark.with(Map.of("spark.serializer", "org.apache.spark.serializer.KryoSerializer"));

  @Test
  void recordsTravelByKryoToo() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2), range("a", 1, 0, 2));
    ClaimedStream stream =
        ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
    AlignedBatch<FakeResult> batch =
        DeliveredBatch.aligned(raw, (record, results) -> results.accept(FakeResult.of(record)));

    assertThat(batch.shuffle(all -> all.repartition(3)).savePerBatch(stream.saver())).isEqualTo(4);
    assertThat(batch.savePerPartition(stream.saver())).isEqualTo(4);
    assertThat(stream.database().results())
        .containsExactlyInAnyOrder("a-0@0", "a-0@1", "a-1@0", "a-1@1");
  }
}
