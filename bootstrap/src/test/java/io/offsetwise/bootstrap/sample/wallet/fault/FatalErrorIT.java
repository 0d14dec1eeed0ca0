package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.spark.driver.batch.AlignedBatch;
import io.offsetwise.adapters.spark.driver.batch.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import io.offsetwise.bootstrap.stream.PlaceJob;
import io.offsetwise.bootstrap.stream.RunningLoop;
import io.offsetwise.bootstrap.stream.TestedStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the job's own code may do to a batch besides an ordinary exception. Left to itself, Spark
 * ends the process with a code of its own after a fatal error in a task, and goes on with the next
 * batches after one on the driver.
 */
class FatalErrorIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final Duration SELDOM = Duration.ofMinutes(10);

  /** In batches of 20 records. */
  private static final int RECORDS = 200;

  @ParameterizedTest
  @EnumSource
  void anErrorInATaskStopsTheStream(SaveScope scope) throws Exception {
    assertThat(stopAfter(40, "task-" + scope, new PlaceJob(new OutOfMemoryAt(50)), scope))
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void anErrorOnTheDriverStopsTheStream() throws Exception {
    StreamJob<FakeResult> job =
        new ThirdBatch(
            results -> {
              throw new OutOfMemoryError("on purpose");
            });

    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    try {
      assertThat(stopAfter(40, "driver", job, SaveScope.BATCH)).isEqualTo(ExitCode.FAILED);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }
    assertThat(uncaught).as("what has ended a thread of Spark's").isEmpty();
  }

  /** The job has one output, its results; a further action of its own is part of the same batch. */
  @Test
  void aFurtherActionThatFailsStopsTheStream() throws Exception {
    StreamJob<FakeResult> job = new ThirdBatch(results -> results.foreach(new Refuse()));

    assertThat(stopAfter(40, "action", job, SaveScope.BATCH)).isEqualTo(ExitCode.PROTECTED);
  }

  /** At-least-once writes results before any guard: nothing but the gate keeps later ones out. */
  private static ExitCode stopAfter(
      long saved, String topic, StreamJob<FakeResult> job, SaveScope scope) throws Exception {
    KAFKA.create(topic, 1);
    KAFKA.append(topic, 0, RECORDS);
    try (TestedStream stream =
        new TestedStream(KAFKA.connection(), DeliveryGuarantee.AT_LEAST_ONCE, topic)) {
      RunningLoop loop =
          RunningLoop.start(
              stream, stream.engine(SPARK.context(), job, scope), RunLimit.UNTIL_CAUGHT_UP, SELDOM);

      Throwable failure = catchThrowable(loop::end);

      assertThat(failure).hasStackTraceContaining("on purpose");
      assertThat(stream.results())
          .containsExactlyInAnyOrderElementsOf(TestedStream.resultsOf(topic, 0, saved));
      assertThat(stream.positions().values()).containsExactly(saved);
      return ExitCode.of(failure);
    }
  }

  private record OutOfMemoryAt(long offset) implements RecordFunction<FakeResult> {

    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      if (record.offset() == offset) {
        throw new OutOfMemoryError("on purpose");
      }
      results.accept(FakeResult.of(record));
    }
  }

  private record Refuse() implements VoidFunction<FakeResult> {
    @Override
    public void call(FakeResult result) {
      throw new IllegalStateException("on purpose");
    }
  }

  /** Does something else on the driver when the third batch is saved. */
  private record ThirdBatch(Consumer<JavaRDD<FakeResult>> action, AtomicInteger batches)
      implements StreamJob<FakeResult> {

    ThirdBatch(Consumer<JavaRDD<FakeResult>> action) {
      this(action, new AtomicInteger());
    }

    @Override
    public RecordFunction<FakeResult> function() {
      return PlaceJob.faultless().function();
    }

    @Override
    public ShuffledBatch<FakeResult> shuffle(AlignedBatch<FakeResult> batch) {
      return batch.shuffle(
          results -> {
            if (batches.incrementAndGet() == 3) {
              action.accept(results);
            }
            return results;
          });
    }
  }
}
