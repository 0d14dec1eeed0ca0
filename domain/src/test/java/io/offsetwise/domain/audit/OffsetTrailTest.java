package io.offsetwise.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OffsetTrailTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);
  private static final OffsetTrail BEGUN = OffsetTrail.begunAt(PARTITION, 100);

  @Test
  void savesInARowLeadToThePosition() {
    OffsetTrail trail = BEGUN.saved(range(100, 150)).saved(range(150, 150)).saved(range(150, 170));

    assertThat(trail.start()).isEqualTo(100);
    assertThat(trail.next()).hasValue(170);
    assertThat(trail.endingAt(OptionalLong.of(170)).moves()).isEmpty();
  }

  @Test
  void aPositionThatWasMovedForwardOrBackwardIsAMove() {
    OffsetTrail trail = BEGUN.saved(range(100, 150));

    assertThat(trail.endingAt(OptionalLong.of(180)).moves()).containsExactly(move(150, 180));
    assertThat(trail.endingAt(OptionalLong.of(120)).moves()).containsExactly(move(150, 120));
    assertThat(trail.endingAt(OptionalLong.empty()).moves())
        .containsExactly(new PositionMove(OptionalLong.of(150), OptionalLong.empty()));
  }

  @Test
  void aMoveStaysOnRecordWhenTheStreamGoesOnFromThere() {
    OffsetTrail trail = BEGUN.saved(range(100, 150)).saved(range(180, 200)).saved(range(190, 210));

    assertThat(trail.endingAt(OptionalLong.of(210)).moves())
        .containsExactly(move(150, 180), move(200, 190));
    assertThat(trail.start()).isEqualTo(100);
  }

  @Test
  void aPositionThatWasMovedBeforeTheFirstSaveIsAMove() {
    assertThat(BEGUN.saved(range(120, 150)).moves()).containsExactly(move(100, 120));
  }

  @Test
  void anAcceptedRetentionLossIsAGapAndNoMove() {
    OffsetTrail trail =
        BEGUN
            .saved(range(100, 150))
            .after(gap(StartCase.RETENTION_LOSS, 150, OptionalLong.of(400)))
            .saved(range(400, 410))
            .endingAt(OptionalLong.of(410));

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.gaps()).containsExactly(range(150, 400));
    assertThat(trail.gapOffsets()).isEqualTo(250);
    assertThat(trail.ambiguous()).isEmpty();
  }

  @Test
  void aMoveBeforeAnAcceptedGapIsSeenToo() {
    OffsetTrail trail = BEGUN.after(gap(StartCase.RETENTION_LOSS, 90, OptionalLong.of(400)));

    assertThat(trail.moves()).containsExactly(move(100, 90));
    assertThat(trail.gaps()).containsExactly(range(90, 400));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSITION_BEYOND_END", "LOG_TRUNCATED"})
  void aLogMayBeCutBeforeThePlaceWhereThePartitionWasBegun(StartCase startCase) {
    OffsetTrail trail =
        BEGUN
            .saved(range(100, 150))
            .after(gap(startCase, 150, OptionalLong.of(60)))
            .saved(range(60, 160));

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.start()).isEqualTo(60);
    assertThat(trail.next()).hasValue(160);
    assertThat(trail.ambiguous()).containsExactly(range(60, 150));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSITION_BEYOND_END", "LOG_TRUNCATED"})
  void afterATruncationTheSameOffsetsMayHaveHeldOtherRecords(StartCase startCase) {
    OffsetTrail trail =
        BEGUN.saved(range(100, 150)).after(gap(startCase, 150, OptionalLong.of(130)));

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.next()).hasValue(130);
    assertThat(trail.start()).isEqualTo(100);
    assertThat(trail.ambiguous()).containsExactly(range(130, 150));
  }

  @Test
  void aRecreatedTopicIsReadFromItsOwnStart() {
    OffsetTrail trail =
        BEGUN
            .saved(range(100, 150))
            .after(gap(StartCase.RETENTION_LOSS, 150, OptionalLong.of(160)))
            .after(gap(StartCase.TOPIC_RECREATED, 160, OptionalLong.of(5)));

    assertThat(trail.start()).isEqualTo(5);
    assertThat(trail.next()).hasValue(5);
    assertThat(trail.gaps()).isEmpty();
    assertThat(trail.ambiguous()).containsExactly(range(0, 160));
  }

  @Test
  void aPartitionThatWasLeftOutMayBeginAgain() {
    OffsetTrail left =
        BEGUN
            .saved(range(100, 150))
            .after(gap(StartCase.PARTITION_MISSING, 150, OptionalLong.empty()));

    assertThat(left.endingAt(OptionalLong.empty()).moves()).isEmpty();
    assertThat(left.begunAgainAt(0).saved(range(0, 10)).endingAt(OptionalLong.of(10)))
        .returns(0L, OffsetTrail::start)
        .satisfies(trail -> assertThat(trail.moves()).isEmpty())
        .satisfies(trail -> assertThat(trail.ambiguous()).containsExactly(range(0, 150)));
  }

  @Test
  void aPartitionThatBeginsAgainUnaskedHadItsPositionRemoved() {
    OffsetTrail trail = BEGUN.saved(range(100, 150)).begunAgainAt(0).saved(range(0, 10));

    assertThat(trail.moves()).containsExactly(move(150, 0));
    assertThat(trail.start()).isEqualTo(100);
  }

  @Test
  void aStartThatWasGivenBeforeTheLogIsAGap() {
    AcceptedGap gap = gap(StartCase.RETENTION_LOSS, 40, OptionalLong.of(100));

    assertThat(BEGUN.begunPast(gap).gaps()).containsExactly(range(40, 100));
    assertThat(BEGUN.begunPast(gap).moves()).isEmpty();
  }

  @Test
  void aStartThatWasGivenBeyondTheLogHidesNothing() {
    AcceptedGap gap = gap(StartCase.POSITION_BEYOND_END, 500, OptionalLong.of(100));

    assertThat(BEGUN.begunPast(gap)).isEqualTo(BEGUN);
  }

  @Test
  void aMoveIsDescribedWithItsNumbers() {
    assertThat(move(150, 180).describe()).isEqualTo("its position was moved from 150 to 180");
    assertThat(new PositionMove(OptionalLong.of(150), OptionalLong.empty()).describe())
        .isEqualTo("its position was removed, which its history leads to 150");
    assertThat(new PositionMove(OptionalLong.empty(), OptionalLong.of(7)).describe())
        .isEqualTo("its position was moved from nowhere to 7");
  }

  @Test
  void afterALostPositionNothingBeforeTheNewBeginningCanBeJudged() {
    OffsetTrail later =
        BEGUN.saved(range(100, 150)).after(gap(StartCase.POSITION_LOST, 100, OptionalLong.of(180)));

    assertThat(later.moves()).isEmpty();
    assertThat(later.start()).isEqualTo(100);
    assertThat(later.next()).hasValue(180);
    assertThat(later.ambiguous()).containsExactly(range(100, 180));

    OffsetTrail earlier = BEGUN.after(gap(StartCase.POSITION_LOST, 100, OptionalLong.of(20)));
    assertThat(earlier.start()).isEqualTo(20);
    assertThat(earlier.next()).hasValue(20);
    assertThat(earlier.ambiguous()).isEmpty();
  }

  @Test
  void withoutAHistoryAPositionIsTakenAsItIsUnlessItLiesBeforeItsBeginning() {
    assertThat(BEGUN.savedUpTo(150).endingAt(OptionalLong.of(150)).moves()).isEmpty();
    assertThat(BEGUN.savedUpTo(100).endingAt(OptionalLong.of(100)).moves()).isEmpty();
    assertThat(BEGUN.savedUpTo(99).endingAt(OptionalLong.of(99)).moves())
        .containsExactly(move(100, 99));
  }

  private static AcceptedGap gap(StartCase startCase, long stored, OptionalLong resumed) {
    return new AcceptedGap(PARTITION, startCase, stored, resumed, new Epoch(2));
  }

  private static OffsetRange range(long from, long until) {
    return new OffsetRange(PARTITION, from, until);
  }

  private static PositionMove move(long from, long to) {
    return new PositionMove(OptionalLong.of(from), OptionalLong.of(to));
  }
}
