package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeStoredResults;
import io.offsetwise.application.fake.UnrecordedCommits;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumComparisonTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);

  /** Each value names its place, {@code a-0@7}. */
  private static final long BYTES_OF_TEN = 50;

  private static final ResultTable<Count> COUNTS =
      ResultTable.of(
              "counts",
              Count.class,
              Column.TOPIC,
              Column.PARTITION,
              Column.bigint("messages"),
              Column.bigint("bytes"))
          .adding("messages", "bytes");

  private final FakeLog log = new FakeLog();

  @ParameterizedTest(name = "{0} messages, {1} bytes: {2}")
  @CsvSource({"9, 45, LOST, 1", "0, 0, LOST, 10", "12, 60, REPEATED, 2", "10, 51, ALTERED, 1"})
  void aCountThatDiffersIsFound(long messages, long bytes, FindingKind kind, long count) {
    PartitionFindings found = compare(comparison(new Count("a", 0, messages, bytes)), 0);

    assertThat(found.sent()).isEqualTo(10);
    assertThat(found.stored()).isEqualTo(messages);
    assertThat(found.findings())
        .singleElement()
        .returns(kind, Finding::kind)
        .returns(count, Finding::count)
        .extracting(Finding::description)
        .isEqualTo(
            "a-0: "
                + messages
                + " messages and "
                + bytes
                + " bytes are counted, but the log holds 10 messages and 50 bytes before the"
                + " position");
  }

  @Test
  void aRightCountIsFine() {
    SumComparison<Count> comparison = comparison(new Count("a", 0, 10, BYTES_OF_TEN));

    assertThat(compare(comparison, 0).findings()).isEmpty();
    assertThat(comparison.others()).isEmpty();
  }

  @Test
  void aMissingCountIsZero() {
    assertThat(compare(comparison(), 0).count(FindingKind.LOST)).isEqualTo(10);
  }

  @Test
  void aPartitionWhoseFirstMessagesAreGoneCannotBeCompared() {
    assertThat(compare(comparison(new Count("a", 0, 3, 3)), 1))
        .returns(0L, PartitionFindings::sent)
        .returns(0L, PartitionFindings::stored)
        .extracting(PartitionFindings::findings)
        .asInstanceOf(InstanceOfAssertFactories.list(Finding.class))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NOT_COMPARED);
  }

  @Test
  void countsOfPartitionsThatWereNeverBegunAreFound() {
    SumComparison<Count> comparison = comparison(new Count("b", 1, 4, 9), new Count("c", 0, 0, 0));
    compare(comparison, 0);

    assertThat(comparison.others())
        .singleElement()
        .returns(FindingKind.NOT_DUE, Finding::kind)
        .returns("b-1", Finding::subject)
        .returns(4L, Finding::count);
  }

  @Test
  void deadLettersCountBesideTheSums() {
    FakeStoredResults stored =
        new FakeStoredResults(
            List.of(new Count("a", 0, 9, 45)),
            Map.of(PARTITION, List.of(3L)),
            List.of(),
            List.of());

    assertThat(compare(comparison(SumComparisonTest::rejectThird, stored), 0).findings()).isEmpty();
    assertThat(compare(comparison(SumComparisonTest::count, stored), 0).findings())
        .singleElement()
        .returns(FindingKind.ALTERED, Finding::kind)
        .extracting(Finding::description)
        .asString()
        .contains("9 messages and 45 bytes and 1 dead letters are counted");
  }

  private static SumComparison<Count> comparison(Count... stored) {
    return comparison(SumComparisonTest::count, FakeStoredResults.of(List.of(stored)));
  }

  private static SumComparison<Count> comparison(
      RecordFunction<Count> function, FakeStoredResults stored) {
    return new SumComparison<>(COUNTS, new RowsOfRecord<>(function, Count.class), stored);
  }

  private static void count(SourceRecord record, Consumer<? super Count> results) {
    results.accept(new Count(record.topic(), record.partition(), 1, record.value().length));
  }

  private static void rejectThird(SourceRecord record, Consumer<? super Count> results) {
    if (record.offset() == 3) {
      throw new RejectedRecordException("the third");
    }
    count(record, results);
  }

  private PartitionFindings compare(SumComparison<Count> comparison, long earliest) {
    log.create("a", 1);
    log.append(PARTITION, 10);
    AuditedPartition partition =
        new AuditedPartition(
            OffsetTrail.begunAt(PARTITION, 0).saved(new OffsetRange(PARTITION, 0, 10)),
            OptionalLong.of(10),
            Optional.of(new RetainedRange(earliest, 10)));
    return comparison.compare(
        partition,
        UnrecordedCommits.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE),
        (range, records) -> log.records(range).forEachRemaining(records));
  }

  private record Count(String topic, int partition, long messages, long bytes) {}
}
