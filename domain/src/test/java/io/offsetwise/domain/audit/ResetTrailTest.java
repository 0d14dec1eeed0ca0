package io.offsetwise.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A partition that was read from 100 to 150, and then reset. The log holds [0, 1000). */
class ResetTrailTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);
  private static final OffsetTrail READ =
      OffsetTrail.begunAt(PARTITION, 100).saved(range(100, 150));

  @Test
  void aResetIsNoMoveByHand() {
    assertThat(audited(READ.after(reset(150, 120)), 120).findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.READ_AGAIN);
    assertThat(audited(READ.after(reset(150, 170)), 170).findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.SKIPPED);
  }

  @Test
  void aMoveByHandBeforeTheResetIsStillFound() {
    assertThat(READ.after(reset(140, 120)).moves())
        .containsExactly(new PositionMove(OptionalLong.of(150), OptionalLong.of(140)));
  }

  @Test
  void whatWasReadBeforeStaysDueUntilItIsReadAgainAndCountsTwiceThen() {
    OffsetTrail back = READ.after(reset(150, 120));

    AuditedPartition justReset = audited(back, 120);
    assertThat(justReset.placeOf(149)).isEqualTo(OffsetPlace.DUE);
    assertThat(justReset.placeOf(150)).isEqualTo(OffsetPlace.AHEAD);
    assertThat(justReset.readsOf(130)).isEqualTo(1);
    assertThat(justReset.comparable()).isEqualTo(range(100, 150));

    AuditedPartition halfWay = audited(back.saved(range(120, 135)), 135);
    assertThat(halfWay.readsOf(119)).isEqualTo(1);
    assertThat(halfWay.readsOf(134)).isEqualTo(2);
    assertThat(halfWay.readsOf(135)).isEqualTo(1);

    AuditedPartition beyond = audited(back.saved(range(120, 200)), 200);
    assertThat(beyond.readsOf(149)).isEqualTo(2);
    assertThat(beyond.readsOf(150)).isEqualTo(1);
    assertThat(beyond.notCompared()).isZero();
    assertThat(beyond.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.count()).isEqualTo(30);
              assertThat(finding.description()).startsWith("payments-3: offsets [120, 150) had");
            });
  }

  @Test
  void aResetBeforeTheStartMakesEarlierRecordsDue() {
    AuditedPartition partition = audited(READ.after(reset(150, 50)).saved(range(50, 160)), 160);

    assertThat(partition.placeOf(49)).isEqualTo(OffsetPlace.NOT_DUE);
    assertThat(partition.placeOf(50)).isEqualTo(OffsetPlace.DUE);
    assertThat(partition.readsOf(99)).isEqualTo(1);
    assertThat(partition.readsOf(100)).isEqualTo(2);
    assertThat(partition.comparable()).isEqualTo(range(50, 160));
  }

  @Test
  void whatAResetPassedOverIsNotDueAndCountedOnce() {
    AuditedPartition partition = audited(READ.after(reset(150, 170)).saved(range(170, 180)), 180);

    assertThat(partition.placeOf(160)).isEqualTo(OffsetPlace.NOT_COMPARABLE);
    assertThat(partition.readsOf(160)).isZero();
    assertThat(partition.notCompared()).isZero();
    assertThat(partition.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(20));
  }

  @Test
  void aResetThatIsTakenBackLeavesNothingSkipped() {
    OffsetTrail trail = READ.after(reset(150, 170)).after(reset(170, 150));

    assertThat(trail.resets()).isEqualTo(ResetRanges.NONE);
    assertThat(trail.next()).hasValue(150);
    assertThat(audited(trail.saved(range(150, 180)), 180).readsOf(160)).isEqualTo(1);
  }

  @Test
  void aResetBackAndForwardAgainLeavesWhatWasReadDue() {
    OffsetTrail trail = READ.after(reset(150, 120)).after(reset(120, 150));
    AuditedPartition partition = audited(trail, 150);

    assertThat(partition.readsOf(130)).isEqualTo(1);
    assertThat(partition.placeOf(130)).isEqualTo(OffsetPlace.DUE);
    assertThat(partition.comparable()).isEqualTo(range(100, 150));
  }

  @Test
  void twoResetsBackCountThreeReads() {
    OffsetTrail trail =
        READ.after(reset(150, 120))
            .saved(range(120, 140))
            .after(reset(140, 130))
            .saved(range(130, 160));

    AuditedPartition partition = audited(trail, 160);
    assertThat(partition.readsOf(125)).isEqualTo(2);
    assertThat(partition.readsOf(135)).isEqualTo(3);
    assertThat(partition.readsOf(145)).isEqualTo(2);
    assertThat(partition.readsOf(155)).isEqualTo(1);
  }

  @Test
  void anAcceptedGapInsideIsNotReadBefore() {
    OffsetTrail trail =
        READ.after(
                new AcceptedGap(
                    PARTITION, StartCase.RETENTION_LOSS, 150, OptionalLong.of(160), new Epoch(2)))
            .saved(range(160, 200))
            .after(reset(200, 140));

    assertThat(trail.resets().readBefore()).containsExactly(range(140, 150), range(160, 200));
    assertThat(trail.gaps()).isEmpty();
  }

  @Test
  void aNewTopicKnowsNothingOfResetsBefore() {
    OffsetTrail trail =
        READ.after(reset(150, 120))
            .after(
                new AcceptedGap(
                    PARTITION, StartCase.TOPIC_RECREATED, 120, OptionalLong.of(0), new Epoch(3)));

    assertThat(trail.resets()).isEqualTo(ResetRanges.NONE);
  }

  @Test
  void thePositionOfAPartitionThatHadNoneIsItsStart() {
    OffsetTrail begun = OffsetTrail.begunAt(PARTITION, 40);
    PositionReset first =
        new PositionReset(PARTITION, OptionalLong.empty(), 40, "to-offset 40", "me", new Epoch(1));

    assertThat(begun.after(first)).isEqualTo(begun);
  }

  private static AuditedPartition audited(OffsetTrail trail, long position) {
    return new AuditedPartition(
        trail, OptionalLong.of(position), Optional.of(new RetainedRange(0, 1_000)));
  }

  private static PositionReset reset(long before, long after) {
    return new PositionReset(
        PARTITION, OptionalLong.of(before), after, "to-offset " + after, "me", new Epoch(2));
  }

  private static OffsetRange range(long from, long until) {
    return new OffsetRange(PARTITION, from, until);
  }
}
