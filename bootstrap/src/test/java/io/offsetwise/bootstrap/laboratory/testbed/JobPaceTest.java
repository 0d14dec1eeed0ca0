package io.offsetwise.bootstrap.laboratory.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobPaceTest {

  /** Records per second of a partition: a quarter of its records in each tenth of a second. */
  @ParameterizedTest
  @CsvSource({"150, 380", "10, 30", "166666, 416670"})
  void aPartitionIsReadInFourBatches(int records, String perSecond) {
    assertThat(new JobPace(records).settings())
        .containsEntry("job.batch-interval", "100ms")
        .containsEntry("kafka.max-rate-per-partition", perSecond);
  }
}
