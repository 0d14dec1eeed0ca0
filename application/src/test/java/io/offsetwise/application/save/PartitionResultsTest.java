package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.application.defence.CarelessRecords;
import io.offsetwise.application.fake.Collected;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PartitionResultsTest {

  private static final OffsetRange RANGE = new OffsetRange(new TopicPartition("a", 0), 0, 4);

  private final List<String> trace = new ArrayList<>();

  /** A writer holds row locks: it must wait neither for Kafka nor for the job's function. */
  @Test
  void makesAllResultsBeforeTheFirstIsWritten() {
    RecordFunction<String> twice =
        (record, results) -> {
          trace.add("apply " + record.offset());
          results.accept(record.offset() + "a");
          results.accept(record.offset() + "b");
        };

    write(twice, results -> trace.add("write " + results));

    assertThat(trace)
        .startsWith("apply 0", "apply 1", "apply 2", "apply 3", "write 0a", "write 0b", "write 1a")
        .hasSize(12);
  }

  @Test
  void passesOverRecordsWithoutAResult() {
    write(
        (record, results) -> {
          if (record.offset() == 2) {
            results.accept("two");
          }
        },
        trace::add);

    assertThat(trace).containsExactly("two");
  }

  @Test
  void mayHaveNoResultAtAll() {
    write((record, results) -> {}, trace::add);

    assertThat(trace).isEmpty();
  }

  @Test
  void stopsWhenTheWriterLeavesResults() {
    ReadResults<String> read =
        results((record, results) -> results.accept("result")).read(SerializedResults::new);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> read.writeTo(into(results -> trace.add(results.next()))))
        .withMessageStartingWith("not all results were taken by ")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void stopsWhenRecordsAreLeftUnread() {
    RangeRecords abandoned = new CarelessRecords(conforming());
    PartitionResults<String> partial =
        new PartitionResults<>(
            abandoned, (record, results) -> results.accept("result"), PoisonPolicy.FAIL);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> partial.read(SerializedResults::new))
        .withMessageStartingWith("only 1 records of a-0 [0, 4) were read")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  /** Half of its results were made when the function threw. */
  private static final RecordFunction<String> POISONED =
      (record, results) -> {
        results.accept(record.offset() + "a");
        if (record.offset() == 1) {
          throw new NumberFormatException("not a number");
        }
        if (record.offset() == 3) {
          throw new StackOverflowError();
        }
        results.accept(record.offset() + "b");
      };

  @Test
  void keepsRecordsAtWhichTheFunctionThrowsAsDeadLettersWithoutAnyOfTheirResults() {
    Collected<String> written = written(POISONED, PoisonPolicy.DEAD_LETTER);

    assertThat(written.all()).containsExactly("0a", "0b", "2a", "2b");
    assertThat(written.kept())
        .extracting(letter -> letter.topic() + "-" + letter.partition() + "@" + letter.offset())
        .containsExactly("a-0@1", "a-0@3");
    assertThat(written.kept())
        .extracting(DeadLetter::reason)
        .containsExactly(
            "the job's function threw java.lang.NumberFormatException: not a number",
            "the job's function threw java.lang.StackOverflowError");
  }

  @ParameterizedTest
  @EnumSource
  void keepsRecordsThatTheFunctionRejectsWhateverIsPoison(PoisonPolicy policy) {
    RecordFunction<String> rejecting =
        (record, results) -> {
          results.accept("dropped");
          throw new RejectedRecordException("no payment");
        };

    Collected<String> written = written(rejecting, policy);

    assertThat(written.all()).isEmpty();
    assertThat(written.kept()).hasSize(4).extracting(DeadLetter::reason).containsOnly("no payment");
  }

  @Test
  void stopsAtARecordAtWhichTheFunctionThrows() {
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> results(POISONED).read(SerializedResults::new))
        .withMessage(
            "record a-0 offset 1 cannot be processed, the job's function threw"
                + " java.lang.NumberFormatException: not a number: the record is probably one that"
                + " the function does not expect, and will fail again at each start; mend the"
                + " function, or set job.poison = dead-letter to keep such records aside and go on")
        .withCauseInstanceOf(NumberFormatException.class)
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.POISON_RECORD);
  }

  static Stream<Throwable> saysNothingOfTheRecord() {
    return Stream.of(
        new StoppedException(StopReason.FENCED, "another driver"),
        new OutOfMemoryError("on purpose"),
        new NoClassDefFoundError("on purpose"),
        new IllegalStateException(new InterruptedException()),
        new UncheckedIOException(new ClosedByInterruptException()));
  }

  @ParameterizedTest
  @MethodSource
  void saysNothingOfTheRecord(Throwable thrown) {
    RecordFunction<String> failing =
        (record, results) -> {
          throw PartitionResultsTest.<RuntimeException>unchecked(thrown);
        };

    for (PoisonPolicy policy : PoisonPolicy.values()) {
      Throwable failure = catchThrowable(() -> written(failing, policy));
      assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
          .as(policy.key())
          .contains(thrown);
    }
  }

  /** Languages without checked exceptions throw them all the same. */
  @Test
  void takesCheckedExceptionsForPoisonAsWell() {
    RecordFunction<String> failing =
        (record, results) -> {
          throw PartitionResultsTest.<RuntimeException>unchecked(new IOException("no such file"));
        };

    Collected<String> written = written(failing, PoisonPolicy.DEAD_LETTER);

    assertThat(written.all()).isEmpty();
    assertThat(written.kept()).hasSize(4);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a lie, and the point
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private SaveTransaction<String> into(ResultWriter<String> writer) {
    return new SaveTransaction<>(new CommitTrace(), writer, letters -> {});
  }

  @Test
  void hasNoResultAfterTheLast() {
    results((record, results) -> {})
        .read(SerializedResults::new)
        .writeTo(
            into(
                results ->
                    assertThatExceptionOfType(NoSuchElementException.class)
                        .isThrownBy(results::next)));
  }

  /** Whatever the store's form is, and whatever happens to the range. */
  @Test
  void holdsResultsAsTheStoreWantsThemAndDropsThemInAnyCase() {
    results((record, results) -> results.accept("" + record.offset())).read(Noting::new).close();
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> results(POISONED).read(Noting::new));

    assertThat(trace)
        .containsExactly(
            "take 0", "take 1", "take 2", "take 3", "drop", "take 0a", "take 0b", "drop");
  }

  private final class Noting implements HeldResults<String> {

    @Override
    public void add(String result) {
      trace.add("take " + result);
    }

    @Override
    public void writeTo(ResultWriter<String> writer) {
      throw new AssertionError("nothing is written");
    }

    @Override
    public void close() {
      trace.add("drop");
    }
  }

  private Collected<String> written(RecordFunction<String> function, PoisonPolicy policy) {
    Collected<String> written = new Collected<>();
    try (ReadResults<String> read =
        new PartitionResults<>(conforming(), function, policy).read(SerializedResults::new)) {
      read.writeTo(written);
    }
    return written;
  }

  private void write(RecordFunction<String> function, Consumer<String> sink) {
    try (ReadResults<String> read = results(function).read(SerializedResults::new)) {
      read.writeTo(into(results -> results.forEachRemaining(sink)));
    }
  }

  private static PartitionResults<String> results(RecordFunction<String> function) {
    return new PartitionResults<>(conforming(), function, PoisonPolicy.FAIL);
  }

  private static RangeRecords conforming() {
    FakeLog log = new FakeLog();
    log.create(RANGE.topicPartition().topic(), 1);
    return new ConformingRecords(RANGE, log.records(RANGE));
  }
}
