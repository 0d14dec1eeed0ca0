package io.offsetwise.domain.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the audit finds for one partition, by what is stored, what the log holds and where to begin.
 */
class StartAuditTest {

  private static final TopicId ID = new TopicId("old-id");
  private static final TopicId NEW_ID = new TopicId("new-id");
  private static final TopicPartition P0 = new TopicPartition("payments", 0);
  private static final TopicPartition P1 = new TopicPartition("payments", 1);
  private static final TopicPartition OTHER = new TopicPartition("wallets", 0);
  private static final LeaderEpoch READ_UNDER = new LeaderEpoch.Known(7);
  private static final RetainedRange RETAINED = new RetainedRange(100, 200);
  private static final StartingPoint EARLIEST = new StartingPoint.Earliest();

  @ParameterizedTest(name = "stored at {0}: {1}")
  @MethodSource("storedPositions")
  void holdsAStoredPositionAgainstTheLog(
      long stored, StartFinding expected, OptionalLong readFrom, String description) {
    StartFinding found = onlyFinding(stored(P0, stored), inLog(P0, ID), EARLIEST);

    assertThat(found).isEqualTo(expected);
    assertThat(found.partition()).isEqualTo(P0);
    assertThat(found.readFrom()).isEqualTo(readFrom);
    assertThat(found.describe()).isEqualTo(description);
  }

  private static Stream<Arguments> storedPositions() {
    return Stream.of(
        arguments(
            40,
            new HarmfulFinding.RetentionLoss(P0, 40, RETAINED),
            OptionalLong.of(100),
            "position of payments-0 is 40 but the log starts at 100: retention has probably deleted"
                + " 60 unread offsets"),
        arguments(
            99,
            new HarmfulFinding.RetentionLoss(P0, 99, RETAINED),
            OptionalLong.of(100),
            "position of payments-0 is 99 but the log starts at 100: retention has probably deleted"
                + " 1 unread offsets"),
        resumed(100),
        resumed(150),
        resumed(200),
        arguments(
            201,
            new HarmfulFinding.BeyondEnd(P0, 201, RETAINED),
            OptionalLong.of(200),
            "position of payments-0 is 201 but the log ends at 200: the log was probably truncated,"
                + " or the position was moved by hand"));
  }

  private static Arguments resumed(long position) {
    return arguments(
        position,
        new StartFinding.Resumed(P0, position),
        OptionalLong.of(position),
        "payments-0 goes on at its stored position " + position);
  }

  @ParameterizedTest(name = "epoch ends at {0}")
  @MethodSource("cutLogs")
  void findsALogThatWasCutAndRefilled(OptionalLong end, long readFrom, String theLogTells) {
    StartFinding found = findingWhere(P0, 150, Map.of(P0, end));

    assertThat(found)
        .isEqualTo(new HarmfulFinding.LogTruncated(P0, 150, READ_UNDER, end, RETAINED));
    assertThat(found.readFrom()).hasValue(readFrom);
    assertThat(found.describe())
        .isEqualTo(
            "position of payments-0 is 150 after a record of leader epoch 7 but "
                + theLogTells
                + ": the log was probably cut and refilled, by an unclean leader election or from"
                + " an older copy of a disk");
  }

  private static Stream<Arguments> cutLogs() {
    return Stream.of(
        arguments(
            OptionalLong.of(120), 120, "that epoch ends at 120 in the log, which goes on to 200"),
        arguments(
            OptionalLong.of(60), 100, "that epoch ends at 60 in the log, which goes on to 200"),
        arguments(
            OptionalLong.empty(),
            100,
            "the log, which goes on to 200, knows no leader epoch as late, so that nothing in it is"
                + " known to be what was read"));
  }

  @Test
  void aPositionOutsideTheLogStaysWhatItIs() {
    Map<TopicPartition, OptionalLong> cut = Map.of(P0, OptionalLong.of(60));

    assertThat(findingWhere(P0, 201, cut)).isInstanceOf(HarmfulFinding.BeyondEnd.class);
    assertThat(findingWhere(P0, 99, cut)).isInstanceOf(HarmfulFinding.RetentionLoss.class);
  }

  private static StartFinding findingWhere(
      TopicPartition partition, long position, Map<TopicPartition, OptionalLong> divergent) {
    return new StartAudit(
            stored(partition, position), List.of(), inLog(partition, ID), EARLIEST, divergent)
        .findings()
        .get(0);
  }

  @Test
  void saysWhereNothingTellsWhetherTheLogWasCut() {
    Map<TopicPartition, StoredPosition> older =
        Map.of(P0, new StoredPosition(P0, 150, ID, new Epoch(1)));

    StartFinding found = onlyFinding(older, inLog(P0, ID), EARLIEST);

    assertThat(found).isEqualTo(new StartFinding.ResumedUnverified(P0, 150));
    assertThat(found.readFrom()).hasValue(150);
    assertThat(found.describe())
        .isEqualTo(
            "payments-0 goes on at its stored position 150, beside which no leader epoch is kept:"
                + " whether the log was cut and refilled below it cannot be seen");
  }

  @Test
  void nothingCanHaveBeenCutBeforeTheFirstOffset() {
    RetainedRange whole = new RetainedRange(0, 200);
    Map<TopicPartition, StoredPosition> fresh =
        Map.of(P0, new StoredPosition(P0, 0, ID, new Epoch(1)));

    assertThat(onlyFinding(fresh, Map.of(P0, new PartitionInLog(ID, whole)), EARLIEST))
        .isEqualTo(new StartFinding.Resumed(P0, 0));
  }

  @Test
  void findsARecreatedTopicEvenWhenThePositionFits() {
    StartFinding found = onlyFinding(stored(P0, 150), inLog(P0, NEW_ID), EARLIEST);

    assertThat(found).isEqualTo(new RecreatedTopic.WithPosition(P0, 150, ID, NEW_ID, 100));
    assertThat(found.readFrom()).hasValue(100);
    assertThat(found.describe())
        .isEqualTo(
            "position 150 of payments-0 belongs to the topic with id old-id but the topic now has"
                + " id new-id: it was probably deleted and created again");
  }

  @Test
  void findsAMissingPartition() {
    StartFinding found = onlyFinding(stored(P0, 150), Map.of(), EARLIEST);

    assertThat(found).isEqualTo(new HarmfulFinding.PartitionMissing(P0, 150));
    assertThat(found.readFrom()).isEmpty();
    assertThat(found.describe())
        .isEqualTo(
            "position 150 is stored for payments-0 but the log has no such partition: the topic was"
                + " probably created again with fewer partitions, or the stream is connected to"
                + " another cluster");
  }

  @Test
  void findsAPositionThatIsGone() {
    Map<TopicPartition, PartitionInLog> log = inLog(P0, ID);

    List<StartFinding> findings =
        new StartAudit(Map.of(), begun(P0, 120, ID), log, new StartingPoint.Latest()).findings();

    assertThat(findings).containsExactly(new HarmfulFinding.PositionLost(P0, 120, 200));
    assertThat(findings.get(0).readFrom()).hasValue(200);
    assertThat(findings.get(0).describe())
        .isEqualTo(
            "payments-0 was begun at 120 but no position of it is stored: the group's offsets have"
                + " probably expired, or somebody has deleted them");
  }

  @Test
  void aPositionIsNotGoneThatIsStored() {
    assertThat(
            new StartAudit(stored(P0, 150), begun(P0, 120, ID), inLog(P0, ID), EARLIEST).findings())
        .containsExactly(new StartFinding.Resumed(P0, 150));
  }

  @Test
  void findsARecreatedTopicWhosePositionsWentWithIt() {
    List<StartFinding> findings =
        new StartAudit(Map.of(), begun(P0, 120, ID), inLog(P0, NEW_ID), new StartingPoint.Latest())
            .findings();

    assertThat(findings)
        .containsExactly(new RecreatedTopic.WithoutPosition(P0, 120, ID, NEW_ID, 100));
    assertThat(findings.get(0).readFrom()).hasValue(100);
    assertThat(findings.get(0).describe())
        .isEqualTo(
            "payments-0 was begun at 120 in the topic with id old-id but the topic now has id"
                + " new-id and no position is stored: it was probably deleted, its offsets with it,"
                + " and created again");
  }

  @Test
  void readsWhatARecreatedTopicHasMoreOfFromItsBeginning() {
    assertThat(
            new StartAudit(
                    Map.of(), begun(P0, 120, ID), inLog(P1, NEW_ID), new StartingPoint.Latest())
                .findings())
        .containsExactly(new StartFinding.PartitionAdded(P1, 100));
  }

  /** It was left out when the topic had fewer partitions, and that was accepted. */
  @Test
  void whatWasBegunInAFormerTopicIsNotMissedWhereTheNewOneIsKnown() {
    Map<TopicPartition, PartitionInLog> log =
        Map.of(P0, new PartitionInLog(ID, RETAINED), P1, new PartitionInLog(ID, RETAINED));

    assertThat(new StartAudit(stored(P0, 150), begun(P1, 120, NEW_ID), log, EARLIEST).findings())
        .containsExactly(
            new StartFinding.Resumed(P0, 150), new StartFinding.PartitionAdded(P1, 100));
  }

  private static List<StoredPosition> begun(TopicPartition partition, long offset, TopicId id) {
    return List.of(new StoredPosition(partition, offset, id, new Epoch(1)));
  }

  @Test
  void readsAnAddedPartitionFromItsBeginningWhateverTheStartingPoint() {
    Map<TopicPartition, PartitionInLog> log =
        Map.of(P0, new PartitionInLog(ID, RETAINED), P1, new PartitionInLog(ID, RETAINED));

    List<StartFinding> findings =
        new StartAudit(stored(P0, 150), List.of(), log, new StartingPoint.Latest()).findings();

    assertThat(findings)
        .containsExactly(
            new StartFinding.Resumed(P0, 150), new StartFinding.PartitionAdded(P1, 100));
    assertThat(findings.get(1).readFrom()).hasValue(100);
    assertThat(findings.get(1).describe())
        .isEqualTo("payments-1 was added to the topic and is read from its beginning, 100");
  }

  @Test
  void anotherTopicOfTheStreamDoesNotMakeAPartitionAnAddedOne() {
    Map<TopicPartition, PartitionInLog> log =
        Map.of(P0, new PartitionInLog(ID, RETAINED), OTHER, new PartitionInLog(ID, RETAINED));

    assertThat(
            new StartAudit(stored(P0, 150), List.of(), log, new StartingPoint.Latest()).findings())
        .containsExactly(new StartFinding.Resumed(P0, 150), new StartFinding.FirstRead(OTHER, 200));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("startingPoints")
  void readsANewTopicFromItsStartingPoint(StartingPoint first, StartFinding expected) {
    assertThat(onlyFinding(Map.of(), inLog(P0, ID), first)).isEqualTo(expected);
  }

  private static Stream<Arguments> startingPoints() {
    return Stream.of(
        arguments(EARLIEST, new StartFinding.FirstRead(P0, 100)),
        arguments(new StartingPoint.Latest(), new StartFinding.FirstRead(P0, 200)),
        arguments(given(P0, 150), new StartFinding.FirstRead(P0, 150)),
        arguments(given(P1, 150), new StartFinding.FirstRead(P0, 100)),
        arguments(given(P0, 7), new HarmfulFinding.RetentionLoss(P0, 7, RETAINED)),
        arguments(given(P0, 201), new HarmfulFinding.BeyondEnd(P0, 201, RETAINED)));
  }

  @Test
  void saysWhatIsReadForTheFirstTime() {
    StartFinding found = onlyFinding(Map.of(), inLog(P0, ID), EARLIEST);

    assertThat(found.readFrom()).hasValue(100);
    assertThat(found.describe()).isEqualTo("payments-0 is read for the first time, from 100");
  }

  @Test
  void findsOneThingForEachPartitionInOrder() {
    Map<TopicPartition, PartitionInLog> log =
        Map.of(OTHER, new PartitionInLog(ID, RETAINED), P1, new PartitionInLog(ID, RETAINED));

    assertThat(new StartAudit(stored(P0, 150), List.of(), log, EARLIEST).findings())
        .extracting(StartFinding::partition)
        .containsExactly(P0, P1, OTHER);
    assertThat(new StartAudit(Map.of(), List.of(), Map.of(), EARLIEST).findings()).isEmpty();
  }

  private static StartingPoint given(TopicPartition partition, long offset) {
    return new StartingPoint.Given(Positions.of(Map.of(partition, offset)));
  }

  private static Map<TopicPartition, StoredPosition> stored(TopicPartition partition, long next) {
    return Map.of(partition, new StoredPosition(partition, next, ID, new Epoch(1), READ_UNDER));
  }

  private static Map<TopicPartition, PartitionInLog> inLog(TopicPartition partition, TopicId id) {
    return Map.of(partition, new PartitionInLog(id, RETAINED));
  }

  private static StartFinding onlyFinding(
      Map<TopicPartition, StoredPosition> stored,
      Map<TopicPartition, PartitionInLog> log,
      StartingPoint first) {
    List<StartFinding> findings = new StartAudit(stored, List.of(), log, first).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
