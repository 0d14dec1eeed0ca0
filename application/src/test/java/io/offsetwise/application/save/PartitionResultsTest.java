package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class PartitionResultsTest {

  private static final OffsetRange RANGE = new OffsetRange(new TopicPartition("a", 0), 0, 4);

  private final List<String> trace = new ArrayList<>();

  @Test
  void makesTheResultsOfARecordOnlyWhenTheyAreAskedFor() {
    RecordFunction<String> twice =
        (record, results) -> {
          trace.add("apply " + record.offset());
          results.accept(record.offset() + "a");
          results.accept(record.offset() + "b");
        };

    write(twice, results -> trace.add("write " + results));

    assertThat(trace)
        .startsWith("apply 0", "write 0a", "write 0b", "apply 1", "write 1a", "write 1b")
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
  void stopsWhenTheWriterLeavesRecordsUnread() {
    PartitionResults<String> partial = results((record, results) -> results.accept("result"));

    assertThatExceptionOfType(StreamStoppedException.class)
        .isThrownBy(() -> partial.writeTo(results -> trace.add(results.next())))
        .extracting(StreamStoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void stopsWhenTheWriterSwallowsAnErrorOfTheFunction() {
    PartitionResults<String> failingAtTheLast =
        results(
            (record, results) -> {
              if (record.offset() == RANGE.until() - 1) {
                throw new IllegalStateException("not a payment");
              }
            });

    assertThatExceptionOfType(StreamStoppedException.class)
        .isThrownBy(
            () ->
                failingAtTheLast.writeTo(
                    results -> assertThatThrownBy(results::hasNext).hasMessage("not a payment")))
        .withMessage(
            "4 records were read, but the results of only 3 were made, and 0 results were not"
                + " taken: the job's code has probably swallowed an error of its function or"
                + " stopped early; let errors pass and read the results to their end")
        .extracting(StreamStoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void stopsWhenTheWriterLeavesResultsOfTheLastRecord() {
    PartitionResults<String> twoOfTheLast =
        results(
            (record, results) -> {
              if (record.offset() == RANGE.until() - 1) {
                results.accept("taken");
                results.accept("left");
              }
            });

    assertThatExceptionOfType(StreamStoppedException.class)
        .isThrownBy(() -> twoOfTheLast.writeTo(results -> trace.add(results.next())))
        .withMessageStartingWith(
            "4 records were read, but the results of only 4 were made, and 1 results were not");
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
        .writeTo(
            results ->
                assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(results::next)
                    .withMessage("no result is left"));
  }

  private void write(RecordFunction<String> function, Consumer<String> sink) {
    results(function).writeTo(results -> results.forEachRemaining(sink));
  }

  private static PartitionResults<String> results(RecordFunction<String> function) {
    return new PartitionResults<>(
        new ConformingRecords(RANGE, new FakeLog().records(RANGE)), function);
  }
}
