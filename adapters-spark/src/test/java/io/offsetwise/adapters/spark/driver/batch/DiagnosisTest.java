package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.application.session.SessionFailedException;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private final BatchRanges ranges = new BatchRanges(List.of(range("a", 0, 0, 2)));
  private final ClaimedStream stream =
      ClaimedStream.before(ranges, DeliveryGuarantee.AT_LEAST_ONCE);
  private final Diagnosis diagnosis = new Diagnosis(stream.saver(), ranges.ranges());
  private final Exception failure = new IllegalArgumentException("numRecords must not be negative");

  @Test
  void aFailureStaysWhatItIsWhenTheTopicsAreTheSame() {
    Exception other = new IllegalArgumentException("something else");

    assertThat(diagnosis.explain(other))
        .isInstanceOf(SessionFailedException.class)
        .hasMessage("something else")
        .hasCause(other);
  }

  @Test
  void aFailureOfTheConnectorHasAReasonWhenTheTopicsAreTheSame() {
    assertThat(diagnosis.explain(failure))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.RECORDS_GONE))
        .hasCause(failure);
  }

  @Test
  void aRecreatedTopicIsTheReasonOfRecordsThatAreGone() {
    stream.log().recreate("a", 1);

    assertThat(
            diagnosis.explain(
                new IllegalStateException(
                    "wrapped by Spark",
                    new StoppedException(StopReason.RECORDS_GONE, "of a task"))))
        .extracting("reason")
        .isEqualTo(StopReason.TOPIC_RECREATED);
  }

  @Test
  void aRecreatedTopicIsNamedAsTheReason() {
    stream.log().recreate("a", 1);

    assertThat(diagnosis.explain(failure))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.TOPIC_RECREATED))
        .hasCause(failure);
  }

  @Test
  void aBrokerThatIsGoneIsNamedAsTheReason() {
    stream.log().disconnect();

    assertThat(diagnosis.explain(failure))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasCause(failure);
  }

  @Test
  void aStopKeepsItsOwnReason() {
    StoppedException fenced = new StoppedException(StopReason.FENCED, "taken over");
    stream.log().recreate("a", 1);

    assertThat(diagnosis.explain(new IllegalStateException("wrapped by Spark", fenced)))
        .isSameAs(fenced);
  }
}
