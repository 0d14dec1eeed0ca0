package io.offsetwise.domain.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The log holds [20, 100); the first record of the time that is asked for lies at 70. */
class ResetTargetTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);
  private static final TopicId ID = new TopicId("topic-id");

  static Stream<Arguments> targets() {
    return Stream.of(
        Arguments.of(new ResetTarget.ToEarliest(), 20L),
        Arguments.of(new ResetTarget.ToLatest(), 100L),
        Arguments.of(new ResetTarget.ToCurrent(), 50L),
        Arguments.of(new ResetTarget.ToOffset(33), 33L),
        Arguments.of(new ResetTarget.ToOffset(100), 100L),
        Arguments.of(new ResetTarget.ToOffset(0), 20L),
        Arguments.of(new ResetTarget.ToOffset(Long.MAX_VALUE), 100L),
        Arguments.of(new ResetTarget.ShiftBy(-10), 40L),
        Arguments.of(new ResetTarget.ShiftBy(0), 50L),
        Arguments.of(new ResetTarget.ShiftBy(-1_000), 20L),
        Arguments.of(new ResetTarget.ShiftBy(Long.MIN_VALUE), 20L),
        Arguments.of(new ResetTarget.ShiftBy(Long.MAX_VALUE), 100L),
        Arguments.of(new ResetTarget.AtTime(Instant.EPOCH), 70L),
        Arguments.of(new ResetTarget.Given(Positions.of(Map.of(PARTITION, 60L))), 60L),
        Arguments.of(new ResetTarget.Given(Positions.of(Map.of(PARTITION, 600L))), 100L));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theNewPositionLiesInTheLog(ResetTarget target, long expected) {
    assertThat(target.positionIn(storedAt(50))).hasValue(expected);
  }

  /** Beyond it lies a transaction that is still open: a stream cannot go on there. */
  @Test
  void noTargetLiesBehindTheLastStableOffset() {
    ResettablePartition held =
        new ResettablePartition(
            PARTITION,
            Optional.of(new StoredPosition(PARTITION, 50, ID, new Epoch(1))),
            new PartitionInLog(ID, new RetainedRange(20, 100), OptionalLong.of(80)),
            OptionalLong.empty());

    assertThat(new ResetTarget.ToLatest().positionIn(held)).hasValue(80);
    assertThat(new ResetTarget.ToOffset(90).positionIn(held)).hasValue(80);
  }

  @Test
  void theCurrentPositionIsKeptEvenOutsideOfTheLog() {
    assertThat(new ResetTarget.ToCurrent().positionIn(storedAt(5))).hasValue(5);
    assertThat(new ResetTarget.ToCurrent().positionIn(storedAt(500))).hasValue(500);
  }

  @Test
  void withoutAPositionTheCurrentOneIsTheLogsEndAndAShiftIsNothing() {
    assertThat(new ResetTarget.ToCurrent().positionIn(passedOver())).hasValue(100);
    assertThat(new ResetTarget.ShiftBy(1).positionIn(passedOver())).isEmpty();
  }

  @Test
  void aGivenTargetSaysNothingOfOtherPartitions() {
    assertThat(new ResetTarget.Given(Positions.NONE).positionIn(storedAt(50))).isEmpty();
  }

  @Test
  void onlyATimeMustBeLookedUp() {
    assertThat(new ResetTarget.AtTime(Instant.EPOCH).time()).contains(Instant.EPOCH);
    assertThat(new ResetTarget.ToEarliest().time()).isEmpty();
  }

  static Stream<Arguments> effects() {
    return Stream.of(
        // stored, requested, after, difference, read again, never read
        Arguments.of(50L, 30L, 30L, -20L, 20L, 0L),
        Arguments.of(50L, 80L, 80L, 30L, 0L, 30L),
        Arguments.of(50L, 50L, 50L, 0L, 0L, 0L),
        Arguments.of(5L, 20L, 20L, 15L, 0L, 0L), // what retention took is not lost by the reset
        Arguments.of(5L, 30L, 30L, 25L, 0L, 10L),
        Arguments.of(500L, 90L, 90L, -410L, 10L, 0L), // nothing was read beyond the end
        Arguments.of(5L, 5L, 5L, 0L, 0L, 0L));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void whatAResetRepeatsAndLosesIsCounted(
      long stored, long requested, long after, long difference, long readAgain, long passedOver) {
    PlannedReset reset = new PlannedReset(storedAt(stored), requested, after);

    assertThat(reset.difference()).hasValue(difference);
    assertThat(reset.readAgain()).isEqualTo(readAgain);
    assertThat(reset.passedOver()).isEqualTo(passedOver);
    assertThat(reset.isChange()).isEqualTo(difference != 0);
  }

  @Test
  void aPartitionThatWasNeverReadHasNoDifferenceAndLosesNothing() {
    PlannedReset reset = new PlannedReset(passedOver(), 60, 60);

    assertThat(reset.difference()).isEmpty();
    assertThat(reset.isChange()).isTrue();
    assertThat(List.of(reset.readAgain(), reset.passedOver())).containsOnly(0L);
    assertThat(reset.record("to-offset 60", "me", new Epoch(1)).before()).isEmpty();
  }

  @Test
  void whatIsClampedIsSaid() {
    assertThat(new PlannedReset(storedAt(50), 5, 20).warnings())
        .containsExactly(
            "offset 5 of payments-3 lies before what the log holds, [20, 100): it is set to 20");
    assertThat(new PlannedReset(storedAt(50), 500, 100).warnings())
        .containsExactly(
            "offset 500 of payments-3 lies beyond what the log holds, [20, 100): it is set to 100");
    assertThat(new PlannedReset(storedAt(50), 30, 30).warnings()).isEmpty();
  }

  @Test
  void aPositionThatAStartWouldRefuseIsSaid() {
    assertThat(new PlannedReset(storedAt(5), 5, 5).warnings())
        .containsExactly(
            "payments-3 stays at 5 although the log holds [20, 100): a start will refuse it");
    assertThat(new PlannedReset(storedAt(5), 30, 30).warnings())
        .singleElement()
        .asString()
        .contains("retention has probably deleted 15 unread offsets")
        .endsWith("this is accepted and kept on record");
  }

  @Test
  void afterAHarmThatIsAcceptedTheRecordGoesOnWhereAStartWould() {
    PositionReset record =
        new PlannedReset(storedAt(5), 30, 30).record("to-offset 30", "me", new Epoch(4));

    assertThat(record)
        .isEqualTo(
            new PositionReset(
                PARTITION, OptionalLong.of(20), 30, "to-offset 30", "me", new Epoch(4)));
  }

  @Test
  void inATopicThatWasCreatedAgainNothingIsReadTwice() {
    ResettablePartition recreated =
        new ResettablePartition(
            PARTITION,
            Optional.of(new StoredPosition(PARTITION, 50, new TopicId("other"), new Epoch(1))),
            inLog(),
            OptionalLong.empty());
    PlannedReset reset = new PlannedReset(recreated, 20, 20);

    assertThat(reset.readAgain()).isZero();
    assertThat(reset.stored(new Epoch(2)).topicId()).isEqualTo(ID);
    assertThat(reset.warnings()).singleElement().asString().contains("deleted and created again");
  }

  private static ResettablePartition storedAt(long offset) {
    return new ResettablePartition(
        PARTITION,
        Optional.of(new StoredPosition(PARTITION, offset, ID, new Epoch(1))),
        inLog(),
        OptionalLong.of(70));
  }

  private static ResettablePartition passedOver() {
    return new ResettablePartition(PARTITION, Optional.empty(), inLog(), OptionalLong.of(70));
  }

  private static PartitionInLog inLog() {
    return new PartitionInLog(ID, new RetainedRange(20, 100));
  }
}
