package io.offsetwise.bootstrap.sample.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.UnrecordedCommits;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten records of ten batches' worth, of which seven are read; windows of two batches. */
class WindowComparisonTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);
  private static final long POSITION = 7;

  /** Each value names its place, {@code a-0@7}. */
  private static final long BYTES = 5;

  private static final WindowCount FIRST = window(0, 0, 2);
  private static final WindowCount SECOND = window(0, 2, 5);
  private static final WindowCount QUIET = window(2, 5, 5);
  private static final WindowCount LAST = window(5, 5, 7);

  private final FakeLog log = new FakeLog();

  @BeforeEach
  void fillLog() {
    log.create("a", 1);
    log.append(PARTITION, 10);
  }

  @Test
  void windowsWhoseBatchesCoverWhatWasReadAreFine() {
    PartitionFindings found = compare(FIRST, SECOND, QUIET, LAST);

    assertThat(found.findings()).isEmpty();
    assertThat(found.sent()).isEqualTo(7);
    assertThat(found.stored()).isEqualTo(7);
  }

  @Test
  void aBatchWithoutItsWindowIsLostThoughLaterWindowsHoldItsRecords() {
    PartitionFindings found = compare(FIRST, QUIET, LAST);

    assertThat(kinds(found)).containsExactly(found(FindingKind.LOST, 3, 2L, 3L, 4L));
    assertThat(found.stored()).isEqualTo(4);
  }

  @Test
  void aBatchThatCameBackWithOtherBoundsIsRepeated() {
    PartitionFindings found = compare(FIRST, SECOND, window(0, 2, 7));

    assertThat(kinds(found)).containsExactly(found(FindingKind.REPEATED, 3, 2L, 3L, 4L));
    assertThat(found.stored()).isEqualTo(10);
  }

  @Test
  void whatAResetLetsTheStreamReadAgainIsNoRepeat() {
    OffsetTrail trail =
        OffsetTrail.begunAt(PARTITION, 0)
            .saved(new OffsetRange(PARTITION, 0, 7))
            .after(
                new PositionReset(
                    PARTITION, OptionalLong.of(7), 2, "--to-offset", "test", new Epoch(2)))
            .saved(new OffsetRange(PARTITION, 2, 7));

    PartitionFindings found = compare(trail, 0, FIRST, SECOND, LAST, window(0, 2, 7));

    assertThat(found.findings()).extracting(Finding::kind).containsOnly(FindingKind.READ_AGAIN);
  }

  @Test
  void aWindowThatSaysSomethingElseThanTheLogIsFoundAtItsBatch() {
    WindowCount short1 = new WindowCount("a", 0, 0, 2, 5, 4, 4 * BYTES);
    WindowCount heavy = new WindowCount("a", 0, 5, 5, 7, 2, 2 * BYTES + 1);
    WindowCount notQuiet = new WindowCount("a", 0, 5, 5, 5, 1, 0);

    assertThat(kinds(compare(FIRST, short1, notQuiet, heavy)))
        .containsExactly(found(FindingKind.ALTERED, 3, 2L, 5L));
  }

  @Test
  void aWindowAheadOfThePositionIsOfASaveThatWasNotDone() {
    assertThat(kinds(compare(FIRST, SECOND, LAST, window(5, 7, 9))))
        .containsExactly(found(FindingKind.AHEAD, 2, 7L, 8L));
    assertThat(kinds(compare(FIRST, SECOND, LAST, window(5, 10, 12))))
        .containsExactly(found(FindingKind.UNKNOWN, 2, 10L, 11L));
  }

  @Test
  void windowsThatReachBackBeforeTheLogAreNotCompared() {
    OffsetTrail trail = OffsetTrail.begunAt(PARTITION, 0).saved(new OffsetRange(PARTITION, 0, 7));
    WindowCount asItWas = new WindowCount("a", 0, 0, 2, 5, 99, 99);

    assertThat(compare(trail, 3, FIRST, asItWas, LAST).findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NOT_COMPARED);
  }

  @Test
  void batchesBeforeTheStreamsStartWereNotDue() {
    OffsetTrail trail = OffsetTrail.begunAt(PARTITION, 2).saved(new OffsetRange(PARTITION, 2, 7));

    assertThat(kinds(compare(trail, 0, FIRST, window(2, 2, 5), LAST)))
        .containsExactly(found(FindingKind.NOT_DUE, 2, 0L));
  }

  @Test
  void windowsOfPartitionsThatWereNeverBegunAreFound() {
    WindowComparison comparison =
        new WindowComparison(
            List.of(
                    new WindowCount("A", 0, 0, 3, 5, 5, 5),
                    new WindowCount("a", 0, 0, 0, 7, 7, 7 * BYTES),
                    new WindowCount("a", 1, 2, 2, 2, 0, 0),
                    new WindowCount("b", 0, 0, 0, 1, 1, 1))
                .iterator());

    assertThat(compare(comparison, trail(), 0).findings()).isEmpty();

    assertThat(comparison.others())
        .extracting(Finding::kind, Finding::subject, Finding::count, Finding::offsets)
        .containsExactly(
            Tuple.tuple(FindingKind.NOT_DUE, "A-0", 2L, List.of(3L)),
            Tuple.tuple(FindingKind.NOT_DUE, "b-0", 1L, List.of(0L)));
  }

  private static Tuple found(FindingKind kind, long count, Long... offsets) {
    return Tuple.tuple(kind, count, List.of(offsets));
  }

  private static List<Tuple> kinds(PartitionFindings found) {
    return found.findings().stream()
        .map(each -> Tuple.tuple(each.kind(), each.count(), each.offsets()))
        .toList();
  }

  private PartitionFindings compare(WindowCount... windows) {
    return compare(trail(), 0, windows);
  }

  private static OffsetTrail trail() {
    return OffsetTrail.begunAt(PARTITION, 0).saved(new OffsetRange(PARTITION, 0, POSITION));
  }

  private PartitionFindings compare(OffsetTrail trail, long earliest, WindowCount... windows) {
    return compare(
        new WindowComparison(
            Arrays.stream(windows).sorted(Comparator.comparingLong(WindowCount::from)).iterator()),
        trail,
        earliest);
  }

  private PartitionFindings compare(WindowComparison comparison, OffsetTrail trail, long earliest) {
    return comparison.compare(
        new AuditedPartition(
            trail, OptionalLong.of(POSITION), Optional.of(new RetainedRange(earliest, 10))),
        UnrecordedCommits.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE),
        (range, records) -> log.records(range).forEachRemaining(records));
  }

  private static WindowCount window(long from, long batchFrom, long until) {
    return new WindowCount("a", 0, from, batchFrom, until, until - from, (until - from) * BYTES);
  }
}
