package io.offsetwise.application.lengths;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.UnrecordedCommits;
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
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountComparisonTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);

  /** Each value names its place, {@code a-0@7}. */
  private static final long BYTES_OF_TEN = 50;

  private final FakeLog log = new FakeLog();

  @ParameterizedTest(name = "{0} messages, {1} bytes: {2}")
  @CsvSource({"9, 45, LOST, 1", "0, 0, LOST, 10", "12, 60, REPEATED, 2", "10, 51, ALTERED, 1"})
  void aCountThatDiffersIsFound(long messages, long bytes, FindingKind kind, long count) {
    PartitionFindings found =
        compare(new CountComparison(List.of(new MessageCount("a", 0, messages, bytes))), 0);

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
    CountComparison comparison =
        new CountComparison(List.of(new MessageCount("a", 0, 10, BYTES_OF_TEN)));

    assertThat(compare(comparison, 0).findings()).isEmpty();
    assertThat(comparison.others()).isEmpty();
  }

  @Test
  void aMissingCountIsZero() {
    assertThat(compare(new CountComparison(List.of()), 0).count(FindingKind.LOST)).isEqualTo(10);
  }

  @Test
  void aPartitionWhoseFirstMessagesAreGoneCannotBeCompared() {
    assertThat(compare(new CountComparison(List.of(new MessageCount("a", 0, 3, 3))), 1))
        .returns(0L, PartitionFindings::sent)
        .returns(0L, PartitionFindings::stored)
        .extracting(PartitionFindings::findings)
        .asInstanceOf(InstanceOfAssertFactories.list(Finding.class))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NOT_COMPARED);
  }

  @Test
  void countsOfPartitionsThatWereNeverBegunAreFound() {
    CountComparison comparison =
        new CountComparison(
            List.of(new MessageCount("b", 1, 4, 9), new MessageCount("c", 0, 0, 0)));
    compare(comparison, 0);

    assertThat(comparison.others())
        .singleElement()
        .returns(FindingKind.NOT_DUE, Finding::kind)
        .returns("b-1", Finding::subject)
        .returns(4L, Finding::count);
  }

  private PartitionFindings compare(CountComparison comparison, long earliest) {
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
}
