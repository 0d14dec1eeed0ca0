package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.OffsetGuard;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.save.TopicGuard;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import io.offsetwise.bootstrap.stream.PlaceJob;
import io.offsetwise.bootstrap.stream.RunningLoop;
import io.offsetwise.bootstrap.stream.TestedStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retention deletes records of a batch after its ranges were decided and before they are read. */
class DeletedRecordsIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final Duration SELDOM = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({
    "TRANSACTIONAL_EXACTLY_ONCE, PARTITION",
    "TRANSACTIONAL_EXACTLY_ONCE, BATCH",
    "AT_LEAST_ONCE, PARTITION",
    "AT_MOST_ONCE, PARTITION"
  })
  void nothingIsSavedAndTheNextStartNamesTheLoss(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    String topic = "deleted-" + guarantee + "-" + scope;
    try (TestedStream stream = filled(guarantee, topic)) {
      assertFails(stream, scope);

      assertThat(stream.results()).isEmpty();
      assertThat(stream.positions().values()).containsExactly(0L);
      assertThat(catchThrowable(() -> stream.start().start()))
          .hasMessageContaining("is 0 but the log starts at 10")
          .hasMessageContaining("deleted 10 unread offsets");
    }
  }

  /** 100 records, in batches of 20. */
  private static TestedStream filled(DeliveryGuarantee guarantee, String topic) throws Exception {
    KAFKA.create(topic, 1);
    KAFKA.append(topic, 0, 100);
    return new TestedStream(KAFKA.connection(), guarantee, topic);
  }

  private static void assertFails(TestedStream stream, SaveScope scope) {
    RunningLoop loop =
        RunningLoop.start(
            stream,
            stream.engine(
                SPARK.context(),
                PlaceJob.faultless(),
                scope,
                new DeletesBeforeReading(KAFKA.connection(), 10)),
            RunLimit.UNTIL_CAUGHT_UP,
            SELDOM);

    Throwable failure = catchThrowable(loop::end);

    assertThat(failure)
        .hasStackTraceContaining("OffsetOutOfRange")
        .hasStackTraceContaining("the log begins at offset 10 now");
    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.PROTECTED);
  }

  private record DeletesBeforeReading(KafkaConnection kafka, long offset) implements Defences {

    @Override
    public OffsetGuard offsetGuard(SaveContext context) {
      return new StandardDefences().offsetGuard(context);
    }

    @Override
    public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
      return new StandardDefences().topicGuard(context, topics);
    }

    @Override
    public RangeRecords conforming(OffsetRange range, RangeReader records) {
      new PaymentTopic(kafka, range.topicPartition().topic())
          .deleteBefore(range.topicPartition().partition(), offset);
      return new StandardDefences().conforming(range, records);
    }
  }
}
