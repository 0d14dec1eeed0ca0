package io.offsetwise.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditedPartitionTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);

  /** Begun at 100, went past [150, 200), stands at 300. */
  private static final OffsetTrail TRAIL =
      OffsetTrail.begunAt(PARTITION, 100)
          .saved(range(100, 150))
          .after(gap(StartCase.RETENTION_LOSS, 150, 200))
          .saved(range(200, 300));

  @ParameterizedTest
  @CsvSource({
    "0, NOT_DUE",
    "99, NOT_DUE",
    "100, DUE",
    "149, DUE",
    "150, NOT_COMPARABLE",
    "199, NOT_COMPARABLE",
    "200, DUE",
    "299, DUE",
    "300, AHEAD",
    "399, AHEAD",
    "400, BEYOND_LOG"
  })
  void everyOffsetHasAPlace(long offset, OffsetPlace place) {
    assertThat(standing(300, new RetainedRange(0, 400)).placeOf(offset)).isEqualTo(place);
  }

  @Test
  void whatRetentionHasDeletedIsNotCompared() {
    AuditedPartition partition = standing(300, new RetainedRange(250, 400));

    assertThat(partition.placeOf(249)).isEqualTo(OffsetPlace.NOT_COMPARABLE);
    assertThat(partition.placeOf(99)).isEqualTo(OffsetPlace.NOT_DUE);
    assertThat(partition.placeOf(250)).isEqualTo(OffsetPlace.DUE);
    assertThat(partition.comparable()).isEqualTo(range(250, 300));
    assertThat(partition.notCompared()).isEqualTo(100);
    assertThat(partition.isWhollyComparable()).isFalse();
    assertThat(partition.findings())
        .extracting(Finding::kind, Finding::count, Finding::description)
        .containsExactly(
            tuple(
                FindingKind.GAP,
                50L,
                "payments-3: offsets [150, 200) were passed over by an accepted start"),
            tuple(
                FindingKind.NOT_COMPARED,
                100L,
                "payments-3: 100 offsets that were read cannot be compared: the log holds [250, 400)"
                    + " now"));
  }

  @Test
  void aTruncatedTailIsNotCompared() {
    AuditedPartition partition = standing(300, new RetainedRange(0, 280));

    assertThat(partition.placeOf(280)).isEqualTo(OffsetPlace.NOT_COMPARABLE);
    assertThat(partition.placeOf(300)).isEqualTo(OffsetPlace.BEYOND_LOG);
    assertThat(partition.comparable()).isEqualTo(range(100, 280));
    assertThat(partition.notCompared()).isEqualTo(20);
  }

  @Test
  void everythingIsComparableWhenTheLogHoldsItAll() {
    OffsetTrail trail = OffsetTrail.begunAt(PARTITION, 100).saved(range(100, 300));
    AuditedPartition partition = audited(trail, 300, new RetainedRange(100, 300));

    assertThat(partition.isWhollyComparable()).isTrue();
    assertThat(partition.findings()).isEmpty();
    assertThat(audited(trail, 300, new RetainedRange(101, 300)).isWhollyComparable()).isFalse();
  }

  @Test
  void aPartitionThatTheLogNoLongerHasCannotBeCompared() {
    AuditedPartition partition =
        new AuditedPartition(TRAIL, OptionalLong.of(300), Optional.empty());

    assertThat(partition.placeOf(120)).isEqualTo(OffsetPlace.NOT_COMPARABLE);
    assertThat(partition.placeOf(500)).isEqualTo(OffsetPlace.NOT_COMPARABLE);
    assertThat(partition.comparable().isEmpty()).isTrue();
    assertThat(partition.notCompared()).isEqualTo(150);
    assertThat(partition.isWhollyComparable()).isFalse();
  }

  @Test
  void offsetsThatHeldOtherRecordsBeforeAreNotCompared() {
    OffsetTrail trail =
        OffsetTrail.begunAt(PARTITION, 100)
            .saved(range(100, 150))
            .after(gap(StartCase.TOPIC_RECREATED, 150, 20))
            .saved(range(20, 200));
    AuditedPartition partition = audited(trail, 200, new RetainedRange(0, 400));

    assertThat(partition.placeOf(149)).isEqualTo(OffsetPlace.NOT_COMPARABLE);
    assertThat(partition.placeOf(150)).isEqualTo(OffsetPlace.DUE);
    assertThat(partition.notCompared()).isEqualTo(130);
    assertThat(partition.findings())
        .singleElement()
        .extracting(Finding::description)
        .asString()
        .endsWith("the log holds [0, 400) now, and other records may have been there before");
  }

  @Test
  void aPositionThatWasMovedByHandIsFound() {
    assertThat(standing(310, new RetainedRange(0, 400)).findings())
        .filteredOn(finding -> finding.kind() == FindingKind.POSITION_MOVED)
        .singleElement()
        .extracting(Finding::description)
        .asString()
        .startsWith("payments-3: its position was moved from 300 to 310 although no save");
  }

  @Test
  void withoutAPositionTheHistoryTellsWhereTheStreamStood() {
    AuditedPartition partition =
        new AuditedPartition(TRAIL, OptionalLong.empty(), Optional.of(new RetainedRange(0, 400)));

    assertThat(partition.placeOf(299)).isEqualTo(OffsetPlace.DUE);
    assertThat(partition.placeOf(300)).isEqualTo(OffsetPlace.AHEAD);
    assertThat(partition.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.POSITION_MOVED, FindingKind.GAP);
  }

  @Test
  void aPositionBeforeTheStartMakesNothingDue() {
    AuditedPartition partition = standing(50, new RetainedRange(0, 400));

    assertThat(partition.comparable().isEmpty()).isTrue();
    assertThat(partition.notCompared()).isZero();
    assertThat(partition.placeOf(60)).isEqualTo(OffsetPlace.AHEAD);
    assertThat(partition.placeOf(40)).isEqualTo(OffsetPlace.NOT_DUE);
  }

  private static AuditedPartition standing(long position, RetainedRange retained) {
    return audited(TRAIL, position, retained);
  }

  private static AuditedPartition audited(
      OffsetTrail trail, long position, RetainedRange retained) {
    return new AuditedPartition(trail, OptionalLong.of(position), Optional.of(retained));
  }

  private static AcceptedGap gap(StartCase startCase, long stored, long resumed) {
    return new AcceptedGap(PARTITION, startCase, stored, OptionalLong.of(resumed), new Epoch(2));
  }

  private static OffsetRange range(long from, long until) {
    return new OffsetRange(PARTITION, from, until);
  }
}
