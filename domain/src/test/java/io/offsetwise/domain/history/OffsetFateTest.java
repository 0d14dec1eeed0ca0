package io.offsetwise.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetFateTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final OffsetEvent BEGUN = new OffsetEvent.Begun(NOON, new Epoch(1), 10);
  private static final OffsetEvent SAVED = saved(1, 10, 20);
  private static final OffsetEvent GAP =
      new OffsetEvent.GapAccepted(
          NOON,
          new AcceptedGap(
              PARTITION, StartCase.RETENTION_LOSS, 20, OptionalLong.of(30), new Epoch(2)));
  private static final OffsetEvent FORWARD = reset(30, 40, 3);
  private static final OffsetEvent SAVED_LATER = saved(4, 40, 50);
  private static final OffsetEvent BACK = reset(50, 45, 5);
  private static final List<OffsetEvent> ALL =
      List.of(BEGUN, SAVED, GAP, FORWARD, SAVED_LATER, BACK);

  static Stream<Arguments> fates() {
    return Stream.of(
        Arguments.of(5, "offset 5 lies before the stream's beginning and was never due"),
        Arguments.of(
            19, "offset 19 was saved in the range [10, 20) under epoch 1 at 2026-01-31T12:00:00Z"),
        Arguments.of(
            20,
            "offset 20 was passed over by an accepted start (retention-loss) that went from 20 to"
                + " 30 under epoch 2 at 2026-01-31T12:00:00Z"),
        Arguments.of(
            39,
            "offset 39 was passed over by a reset (to-offset 40, by me@here) that went from 30 to"
                + " 40 under epoch 3 at 2026-01-31T12:00:00Z"),
        Arguments.of(
            44, "offset 44 was saved in the range [40, 50) under epoch 4 at 2026-01-31T12:00:00Z"),
        Arguments.of(
            49,
            "offset 49 was saved in the range [40, 50) under epoch 4 at 2026-01-31T12:00:00Z; it"
                + " will be read again, for the position is 45"),
        Arguments.of(50, "offset 50 is not read yet: the position is 45"));
  }

  @ParameterizedTest
  @MethodSource("fates")
  void whatBecameOfAnOffsetIsOneSentence(long offset, String sentence) {
    OffsetFate fate = new OffsetFate(offset, ALL, OptionalLong.of(45), SaveHistory.KEPT);

    assertThat(fate.describe()).isEqualTo(sentence);
  }

  @Test
  void whatWasReadAgainTellsOfTheLastTime() {
    OffsetFate fate =
        new OffsetFate(
            47,
            Stream.concat(ALL.stream(), Stream.of(saved(6, 45, 60))).toList(),
            OptionalLong.of(60),
            SaveHistory.KEPT);

    assertThat(fate.describe())
        .isEqualTo(
            "offset 47 was saved in the range [45, 60) under epoch 6 at 2026-01-31T12:00:00Z, after"
                + " 1 time before");
  }

  @Test
  void withoutAHistoryOfSavesNothingIsMadeUp() {
    assertThat(describe(15, SaveHistory.NOT_KEPT))
        .isEqualTo(
            "offset 15 lies before the position 45; when it was saved is not kept in this storage");
    assertThat(describe(15, SaveHistory.KEPT))
        .isEqualTo("offset 15 lies before the position 45, but no save of it is on record");
  }

  @Test
  void withoutAPositionNothingWasRead() {
    assertThat(new OffsetFate(1, List.of(), OptionalLong.empty(), SaveHistory.KEPT).describe())
        .isEqualTo("offset 1 was not read, for no position is stored");
  }

  @Test
  void aResetIsToldByItsDirection() {
    assertThat(BACK.describe())
        .isEqualTo("set back by a reset (to-offset 45, by me@here) that went from 50 to 45");
    assertThat(FORWARD.describe()).startsWith("passed over by a reset (");
    assertThat(reset(50, 50, 5).describe())
        .isEqualTo("kept by a reset (to-offset 50, by me@here) that went from 50 to 50");
    assertThat(reset(OptionalLong.empty(), 7, 5).describe())
        .isEqualTo("set by a reset (to-offset 7, by me@here) that went from no position to 7");
  }

  private static String describe(long offset, SaveHistory saves) {
    return new OffsetFate(offset, List.of(BEGUN), OptionalLong.of(45), saves).describe();
  }

  private static OffsetEvent saved(long epoch, long from, long until) {
    return new OffsetEvent.Saved(
        NOON,
        new Epoch(epoch),
        new OffsetRange(PARTITION, from, until),
        OptionalLong.of(until - from));
  }

  private static OffsetEvent reset(long before, long after, long epoch) {
    return reset(OptionalLong.of(before), after, epoch);
  }

  private static OffsetEvent reset(OptionalLong before, long after, long epoch) {
    return new OffsetEvent.Reset(
        NOON,
        new PositionReset(
            PARTITION, before, after, "to-offset " + after, "me@here", new Epoch(epoch)));
  }
}
