package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeSnapshot;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Offsets as the fakes do not keep them by themselves. */
class OffsetTrailsTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);
  private static final TopicPartition OTHER = new TopicPartition("b", 0);
  private static final TopicId ID = new TopicId("topic-id");

  @Test
  void withoutAStartOnRecordTheFirstSaveTellsWhereAPartitionBegan() {
    OffsetTrail trail =
        trail(List.of(at(30, 1)), List.of(), List.of(), saved(10, 20, 1), saved(20, 30, 1));

    assertThat(trail).isEqualTo(OffsetTrail.begunAt(PARTITION, 10).saved(range(10, 30)));
  }

  @Test
  void withoutAnythingOnRecordAPartitionStandsWhereItBegan() {
    assertThat(trail(List.of(at(30, 1)), List.of(), List.of()))
        .isEqualTo(OffsetTrail.begunAt(PARTITION, 30));
  }

  @Test
  void withoutAHistoryThePositionIsTakenAsItIs() {
    OffsetTrail trail =
        OffsetTrails.of(new Unrecorded(at(60, 1), List.of(at(10, 1)), List.of(), List.of()))
            .get(PARTITION);

    assertThat(trail).isEqualTo(OffsetTrail.begunAt(PARTITION, 10).saved(range(10, 60)));
  }

  @Test
  void withoutAHistoryAResetGoesOnFromWhereverItFoundThePosition() {
    PositionReset back =
        new PositionReset(PARTITION, OptionalLong.of(60), 40, "--to-offset 40", "me", new Epoch(2));

    OffsetTrail trail =
        OffsetTrails.of(new Unrecorded(at(70, 3), List.of(at(10, 1)), List.of(), List.of(back)))
            .get(PARTITION);

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.next()).hasValue(70);
    assertThat(trail.resets().readBefore()).containsExactly(range(40, 60));
  }

  /** Results of both topics may lie under any offset: none of them can be judged. */
  @Test
  void withoutAHistoryAndAPositionANewTopicMakesEveryOffsetAmbiguous() {
    AcceptedGap recreated =
        new AcceptedGap(PARTITION, StartCase.TOPIC_RECREATED, 10, OptionalLong.of(0), new Epoch(2));

    OffsetTrail trail =
        OffsetTrails.of(
                new Unrecorded(
                    at(70, 2), List.of(at(10, 1), at(0, 2)), List.of(recreated), List.of()))
            .get(PARTITION);

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.start()).isZero();
    assertThat(trail.next()).hasValue(70);
    assertThat(trail.ambiguous()).containsExactly(range(0, Long.MAX_VALUE));
  }

  /** The offsets of a store that keeps no history. */
  private record Unrecorded(
      StoredPosition position,
      List<StoredPosition> starts,
      List<AcceptedGap> gaps,
      List<PositionReset> resets)
      implements AuditedOffsets {

    @Override
    public Iterator<SavedRange> commits() {
      return Collections.emptyIterator();
    }

    @Override
    public List<StoredPosition> positions() {
      return List.of(position);
    }

    @Override
    public Optional<Iterator<SavedRange>> saves() {
      return Optional.empty();
    }
  }

  @Test
  void whatAStartHasWrittenComesBeforeTheSavesUnderItsClaim() {
    AcceptedGap gap = retentionLoss(20, 50, 2);

    OffsetTrail trail =
        trail(
            List.of(at(60, 2)),
            List.of(at(10, 1)),
            List.of(gap),
            saved(10, 20, 1),
            saved(50, 60, 2));

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.gaps()).containsExactly(range(20, 50));
    assertThat(trail.next()).hasValue(60);
  }

  @Test
  void aGapOfTheVeryStartIsNoMove() {
    OffsetTrail trail =
        trail(
            List.of(at(60, 1)),
            List.of(at(50, 1)),
            List.of(retentionLoss(20, 50, 1)),
            saved(50, 60, 1));

    assertThat(trail.moves()).isEmpty();
    assertThat(trail.start()).isEqualTo(50);
    assertThat(trail.gaps()).containsExactly(range(20, 50));
  }

  @Test
  void aMoveToWhereALaterStartResumedIsNotTakenForAGap() {
    OffsetTrail trail =
        trail(List.of(at(50, 2)), List.of(at(50, 1)), List.of(retentionLoss(20, 50, 2)));

    assertThat(trail.moves()).hasSize(1);
    assertThat(trail.gaps()).containsExactly(range(20, 50));
  }

  @Test
  void partitionsDoNotMix() {
    StoredPosition other = new StoredPosition(OTHER, 7, ID, new Epoch(1));

    assertThat(
            OffsetTrails.of(
                new FakeSnapshot(
                    List.of(at(20, 1), other),
                    List.of(at(10, 1), other),
                    List.of(),
                    List.of(),
                    List.of(saved(10, 20, 1)),
                    List.of())))
        .containsExactly(
            Map.entry(PARTITION, OffsetTrail.begunAt(PARTITION, 10).saved(range(10, 20))),
            Map.entry(OTHER, OffsetTrail.begunAt(OTHER, 7)));
  }

  private static OffsetTrail trail(
      List<StoredPosition> positions,
      List<StoredPosition> starts,
      List<AcceptedGap> gaps,
      SavedRange... history) {
    return OffsetTrails.of(
            new FakeSnapshot(positions, starts, gaps, List.of(), List.of(history), List.of()))
        .get(PARTITION);
  }

  private static StoredPosition at(long offset, long epoch) {
    return new StoredPosition(PARTITION, offset, ID, new Epoch(epoch));
  }

  private static AcceptedGap retentionLoss(long stored, long resumed, long epoch) {
    return new AcceptedGap(
        PARTITION, StartCase.RETENTION_LOSS, stored, OptionalLong.of(resumed), new Epoch(epoch));
  }

  private static SavedRange saved(long from, long until, long epoch) {
    return SavedRange.ofOlderVersion(range(from, until), new Epoch(epoch));
  }

  private static OffsetRange range(long from, long until) {
    return new OffsetRange(PARTITION, from, until);
  }
}
