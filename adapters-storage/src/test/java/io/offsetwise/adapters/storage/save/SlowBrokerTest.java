package io.offsetwise.adapters.storage.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.fixture.TestTotal;
import io.offsetwise.application.save.EpochOffsetGuard;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.RangeResults;
import io.offsetwise.application.save.ReadBatch;
import io.offsetwise.application.save.ReadResults;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.SaveCoordinator;
import io.offsetwise.application.save.SaveOutcome;
import io.offsetwise.application.save.TopicIdGuard;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody waits for Kafka while others wait for the rows that it holds. */
@Timeout(30)
class SlowBrokerTest {

  private static final StreamName STREAM = new StreamName("slow");
  private static final TopicId ID = new TopicId("id");
  private static final OffsetRange A = new OffsetRange(new TopicPartition("a", 0), 0, 10);
  private static final OffsetRange B = new OffsetRange(new TopicPartition("b", 0), 0, 10);

  private final ExecutorService otherTask = Executors.newSingleThreadExecutor();
  private final CountDownLatch kafkaIsAsked = new CountDownLatch(1);
  private final CountDownLatch kafkaAnswers = new CountDownLatch(1);
  private TestDatabase database;
  private Epoch epoch;

  @BeforeEach
  void begin() {
    begin(TestDatabase.create());
  }

  private void begin(TestDatabase fresh) {
    database = fresh;
    epoch = database.begin(STREAM, ID, List.of(A.topicPartition(), B.topicPartition()));
  }

  @AfterEach
  void drop() {
    otherTask.shutdownNow();
    database.close();
  }

  /** Both change the same balance: a lock held by the first would make the second wait. */
  @ParameterizedTest
  @EnumSource(names = {"AT_LEAST_ONCE", "TRANSACTIONAL_EXACTLY_ONCE"})
  void aSaveThatWaitsForTheTopicsIdHoldsNoRow(DeliveryGuarantee guarantee) throws Exception {
    Future<SaveOutcome> slow = otherTask.submit(() -> save(guarantee, A, answeringLate()));
    kafkaIsAsked.await();

    assertThat(save(guarantee, B, answering(topic -> ID))).isEqualTo(SaveOutcome.SAVED);

    kafkaAnswers.countDown();
    assertThat(slow.get()).isEqualTo(SaveOutcome.SAVED);
    assertThat(database.column(Long.class, "SELECT amount FROM test_total")).containsExactly(2L);
  }

  /** The pool has one connection, which somebody else uses while records are read. */
  @ParameterizedTest
  @EnumSource
  void aSaveThatReadsItsRecordsHoldsNoConnection(DeliveryGuarantee guarantee) {
    database.close();
    begin(TestDatabase.create(settings -> settings.withPoolSize(1)));

    SaveOutcome outcome =
        save(
            guarantee,
            A,
            answering(topic -> ID),
            holding -> {
              try (HeldResults<TestRow> held = holding.get()) {
                held.add(new TestTotal("ann", 1));
                assertThat(database.number("SELECT COUNT(*) FROM test_total")).isZero();
              }
              return change();
            });

    assertThat(outcome).isEqualTo(SaveOutcome.SAVED);
  }

  private SaveOutcome save(DeliveryGuarantee guarantee, OffsetRange range, TopicIdentity topics) {
    return save(guarantee, range, topics, holding -> change());
  }

  private SaveOutcome save(
      DeliveryGuarantee guarantee,
      OffsetRange range,
      TopicIdentity topics,
      RangeResults<TestRow> results) {
    SaveContext context =
        new SaveContext(STREAM, guarantee.plan(), epoch, Map.of("a", ID, "b", ID));
    return new SaveCoordinator<>(
            context,
            new JdbiCommitStore<>(STREAM, database.connections(), TestTables.APPENDING),
            new EpochOffsetGuard(context),
            new TopicIdGuard(context, topics),
            FailurePoints.NONE)
        .save(BatchRanges.of(range), results);
  }

  private static ReadResults<TestRow> change() {
    return new ReadBatch<>(List.of(new TestTotal("ann", 1)), List.of(), Map.of());
  }

  private TopicIdentity answeringLate() {
    return answering(
        topic -> {
          kafkaIsAsked.countDown();
          try {
            assertThat(kafkaAnswers.await(30, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
          }
          return ID;
        });
  }

  private static TopicIdentity answering(Function<String, TopicId> answer) {
    return new TopicIdentity() {
      @Override
      public TopicId idOf(String topic) {
        return answer.apply(topic);
      }

      @Override
      public void close() {}
    };
  }
}
