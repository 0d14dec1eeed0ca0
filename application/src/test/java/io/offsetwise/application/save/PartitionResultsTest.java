package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.defence.CarelessRecords;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    ReadResults<String> read = results((record, results) -> results.accept("result")).read();

    assertThatExceptionOfType(StreamStoppedException.class)
        .isThrownBy(() -> read.writeTo(results -> trace.add(results.next())))
        .withMessageStartingWith("not all results were taken by ")
        .extracting(StreamStoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void stopsWhenRecordsAreLeftUnread() {
    RangeRecords abandoned = new CarelessRecords(conforming());
    PartitionResults<String> partial =
        new PartitionResults<>(abandoned, (record, results) -> results.accept("result"));

    assertThatExceptionOfType(StreamStoppedException.class)
        .isThrownBy(partial::read)
        .withMessageStartingWith("only 1 records of a-0 [0, 4) were read")
        .extracting(StreamStoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void stopsWithTheFunctionsOwnException() {
    IllegalStateException thrown = new IllegalStateException("not a payment");
    RecordFunction<String> failing =
        (record, results) -> {
          throw thrown;
        };

    assertThatThrownBy(() -> write(failing, trace::add)).isSameAs(thrown);
  }

  @Test
  void hasNoResultAfterTheLast() {
    results((record, results) -> {})
        .read()
        .writeTo(
            results ->
                assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(results::next));
  }

  /** What does not fit into memory comes back from the file in its place. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 450, 1_000_000})
  void holdsResultsInTheirOrderWhateverFitsIntoMemory(long memoryBytes) {
    PartitionResults<String> results =
        new PartitionResults<>(
            conforming(),
            (record, taken) -> {
              taken.accept(record.offset() + "a");
              taken.accept(record.offset() + "b");
            },
            memoryBytes);

    try (ReadResults<String> read = results.read()) {
      assertThat(read).containsExactly("0a", "0b", "1a", "1b", "2a", "2b", "3a", "3b");
      assertThat(read).as("read again").hasSize(8);
    }
  }

  /** Found at the first result of any range, not when one is too large for the first time. */
  @Test
  void refusesResultsThatCannotBeHeldInAFile() {
    PartitionResults<Object> results =
        new PartitionResults<>(conforming(), (record, taken) -> taken.accept(new Object()));

    assertThatExceptionOfType(StreamStoppedException.class)
        .isThrownBy(results::read)
        .withMessageContaining("results of type java.lang.Object")
        .withMessageContaining("java.io.Serializable")
        .extracting(StreamStoppedException::reason)
        .isEqualTo(StopReason.IMPOSSIBLE);
  }

  private void write(RecordFunction<String> function, Consumer<String> sink) {
    try (ReadResults<String> read = results(function).read()) {
      read.writeTo(results -> results.forEachRemaining(sink));
    }
  }

  private static PartitionResults<String> results(RecordFunction<String> function) {
    return new PartitionResults<>(conforming(), function);
  }

  private static RangeRecords conforming() {
    FakeLog log = new FakeLog();
    log.create(RANGE.topicPartition().topic(), 1);
    return new ConformingRecords(RANGE, log.records(RANGE));
  }
}
