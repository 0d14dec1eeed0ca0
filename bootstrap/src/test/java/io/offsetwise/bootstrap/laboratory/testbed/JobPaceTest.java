package io.offsetwise.bootstrap.laboratory.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.laboratory.money.DigitCodedPayments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobPaceTest {

  /** Records per second of a partition: a quarter of its records in each tenth of a second. */
  @ParameterizedTest
  @CsvSource({"900, 380", "60, 30", "1000000, 416670"})
  void aPartitionIsReadInFourBatches(int records, String perSecond) {
    DigitCodedPayments payments = new DigitCodedPayments(1, records, LaboratoryTopics.partitions());

    assertThat(new JobPace(payments).settings())
        .containsEntry("job.batch-interval", "100ms")
        .containsEntry("kafka.max-rate-per-partition", perSecond);
  }
}
