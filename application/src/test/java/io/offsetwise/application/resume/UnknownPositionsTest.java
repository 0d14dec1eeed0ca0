package io.offsetwise.application.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeGuardedOffsets;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeOffsetRegister;
import io.offsetwise.application.fake.FakePositionStore;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions in a place of their own, and results that may have been deleted. */
class UnknownPositionsTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final StartRules ACCEPTING = new StartRules(Set.of(StartCase.POSITION_UNKNOWN));

  private final FakeDatabase place = new FakeDatabase();
  private final Set<TopicPartition> others = new HashSet<>();
  private final FakeLog log = new FakeLog();
  private FakeDatabase results = new FakeDatabase();
  private DeliveryGuarantee guarantee = DeliveryGuarantee.AT_LEAST_ONCE;

  @BeforeEach
  void fillTopic() {
    log.create("a", 1);
    log.append(A0, 10);
  }

  @Test
  void resultsThatAreGoneAreNoFirstStart() {
    start(StartRules.STRICT);
    results = new FakeDatabase();

    StoppedException stop =
        catchThrowableOfType(StoppedException.class, () -> start(StartRules.STRICT));

    assertThat(stop.reason()).isEqualTo(StopReason.START_REFUSED);
    assertThat(stop)
        .hasMessageContaining("position 0 is stored for a-0")
        .hasMessageContaining("nothing of this stream is on record beside its results")
        .hasMessageContaining("start.accept = [position-unknown]");
    assertThat(place.owner(STREAM)).as("nobody is fenced").contains(new Epoch(1));
  }

  @Test
  void onceAcceptedTheyAreOnRecord() {
    start(StartRules.STRICT);
    results = new FakeDatabase();

    StartedStream started = start(ACCEPTING);
    start(StartRules.STRICT);

    assertThat(started.positions()).isEqualTo(Positions.of(Map.of(A0, 0L)));
    assertThat(results.starts(STREAM)).hasSize(1);
    assertThat(results.gaps(STREAM))
        .containsExactly(
            new AcceptedGap(A0, StartCase.POSITION_UNKNOWN, 0, OptionalLong.of(0), new Epoch(2)));
  }

  /** Somebody else's offsets in the group, such as those of a mirror or of another consumer. */
  @Test
  void positionsThatAreThereBeforeTheFirstStartAreNotAdoptedInSilence() {
    FakePositionStore others = new FakePositionStore(place);
    Epoch epoch = others.claim(STREAM).epoch();
    others.write(
        STREAM, epoch, List.of(new StoredPosition(A0, 7, log.idOf("a"), epoch)), List.of());

    StoppedException stop =
        catchThrowableOfType(StoppedException.class, () -> start(StartRules.STRICT));

    assertThat(stop).hasMessageContaining("position 7 is stored for a-0");
  }

  /** It ended between the positions and their record. */
  @Test
  void aStartThatStoppedHalfWayIsGoneOnWith() {
    start(StartRules.STRICT);
    FakeDatabase claimedAlone = new FakeDatabase();
    new FakeClaimRegister(claimedAlone).add(STREAM, results.claims(STREAM).get(0));
    results = claimedAlone;

    start(StartRules.STRICT);

    assertThat(results.starts(STREAM)).hasSize(1);
    assertThat(results.gaps(STREAM)).isEmpty();
  }

  /** A mirror or an operator has moved it past records that were never read. */
  @Test
  void aPositionFurtherThanResultsHaveComeIsNotAdoptedInSilence() {
    movedTo(DeliveryGuarantee.AT_LEAST_ONCE, 5, 9);

    StoppedException stop =
        catchThrowableOfType(StoppedException.class, () -> start(StartRules.STRICT));

    assertThat(stop.reason()).isEqualTo(StopReason.START_REFUSED);
    assertThat(stop)
        .hasMessageContaining("position 9 is stored for a-0")
        .hasMessageContaining("results are on record up to 5 only")
        .hasMessageContaining("start.accept = [position-ahead]");

    start(new StartRules(Set.of(StartCase.POSITION_AHEAD)));

    assertThat(start(StartRules.STRICT).positions()).isEqualTo(Positions.of(Map.of(A0, 9L)));
    assertThat(results.gaps(STREAM))
        .containsExactly(
            new AcceptedGap(A0, StartCase.POSITION_AHEAD, 5, OptionalLong.of(9), new Epoch(2)));
  }

  @Test
  void aPositionThatResultsHaveReachedOrThatLiesBehindThemIsResumed() {
    movedTo(DeliveryGuarantee.AT_LEAST_ONCE, 5, 5);
    start(StartRules.STRICT);
    movedTo(DeliveryGuarantee.AT_LEAST_ONCE, 5, 2);

    assertThat(start(StartRules.STRICT).positions()).isEqualTo(Positions.of(Map.of(A0, 2L)));
  }

  /** A crash after the offsets and before the results is what it permits. */
  @Test
  void underAtMostOnceAPositionMayBeAheadOfResults() {
    guarantee = DeliveryGuarantee.AT_MOST_ONCE;
    movedTo(guarantee, 5, 9);

    assertThat(start(StartRules.STRICT).positions()).isEqualTo(Positions.of(Map.of(A0, 9L)));
  }

  /** Whoever has set it says nothing of the records that it passes over. */
  @Test
  void underAtMostOnceAPositionThatSomebodyElseHasSetIsNotAheadOfResults() {
    guarantee = DeliveryGuarantee.AT_MOST_ONCE;
    movedTo(guarantee, 5, 9);
    others.add(A0);

    assertThat(refusal())
        .hasMessageContaining("position 9 is stored for a-0")
        .hasMessageContaining("start.accept = [position-ahead]");
    assertThat(others).as("nothing is claimed").isNotEmpty();
  }

  @Test
  void beforeTheFirstSaveAPositionThatSomebodyElseHasSetPassesOverAllFromTheBeginning() {
    Epoch epoch = start(StartRules.STRICT).context().epoch();
    write(epoch, 10);
    others.add(A0);

    assertThat(refusal()).hasMessageContaining("on record up to 0 only");

    start(new StartRules(Set.of(StartCase.POSITION_AHEAD)));

    assertThat(results.gaps(STREAM))
        .containsExactly(
            new AcceptedGap(A0, StartCase.POSITION_AHEAD, 0, OptionalLong.of(10), new Epoch(2)));
  }

  @Test
  void aPositionThatSomebodyElseHasSetBackIsToldAndOnRecord() {
    movedTo(DeliveryGuarantee.AT_LEAST_ONCE, 5, 2);
    others.add(A0);

    StartedStream started = start(StartRules.STRICT);

    assertThat(started.positions()).isEqualTo(Positions.of(Map.of(A0, 2L)));
    assertThat(started.findings())
        .contains(new StartFinding.Adopted(A0, 5, 2))
        .extracting(StartFinding::describe)
        .anyMatch(
            line ->
                line.contains("a-0 goes on at 2, which somebody else has set")
                    && line.contains("stood at 5, so that 3 offsets are read again"));
    assertThat(results.resets(STREAM))
        .containsExactly(
            new PositionReset(
                A0, OptionalLong.of(5), 2, "found at a start", "somebody else", new Epoch(2)));
  }

  @Test
  void aPositionThatSomebodyElseHasSetWhereItWasIsToldAndNoMove() {
    movedTo(DeliveryGuarantee.AT_LEAST_ONCE, 5, 5);
    others.add(A0);

    assertThat(start(StartRules.STRICT).findings()).contains(new StartFinding.Adopted(A0, 5, 5));
    assertThat(results.resets(STREAM)).isEmpty();
  }

  /** The topic is known, its new partition is not: somebody was there first. */
  @Test
  void aPositionOfAnAddedPartitionThatSomebodyElseHasSetIsNotAdoptedInSilence() {
    TopicPartition added = new TopicPartition("a", 1);
    Epoch epoch = start(StartRules.STRICT).context().epoch();
    log.addPartition("a");
    log.append(added, 10);
    new FakePositionStore(place)
        .write(
            STREAM, epoch, List.of(new StoredPosition(added, 7, log.idOf("a"), epoch)), List.of());
    others.add(added);

    assertThat(refusal())
        .hasMessageContaining("position 7 is stored for a-1, which this stream has never read")
        .hasMessageContaining("start.accept = [position-unknown]");
  }

  /** It is one case: that of the log tells it. */
  @Test
  void aPositionThatSomebodyElseHasSetBeyondTheEndIsOneGap() {
    movedTo(DeliveryGuarantee.AT_LEAST_ONCE, 5, 30);
    others.add(A0);

    start(new StartRules(Set.of(StartCase.POSITION_AHEAD, StartCase.POSITION_BEYOND_END)));

    assertThat(results.gaps(STREAM))
        .containsExactly(
            new AcceptedGap(
                A0, StartCase.POSITION_BEYOND_END, 30, OptionalLong.of(10), new Epoch(2)));
  }

  private StoppedException refusal() {
    StoppedException stop =
        catchThrowableOfType(StoppedException.class, () -> start(StartRules.STRICT));
    assertThat(stop.reason()).isEqualTo(StopReason.START_REFUSED);
    return stop;
  }

  /** After a start, and results up to {@code saved}. */
  private void movedTo(DeliveryGuarantee savedUnder, long saved, long position) {
    Epoch epoch = start(StartRules.STRICT).context().epoch();
    FakeTransaction transaction = results.begin();
    new FakeGuardedOffsets(results, transaction, STREAM)
        .record(
            new OffsetRange(A0, 0, saved),
            epoch,
            new RecordedCommit(CommittedSteps.RESULTS, savedUnder));
    transaction.commit();
    write(epoch, position);
  }

  private void write(Epoch epoch, long position) {
    new FakePositionStore(place)
        .write(
            STREAM,
            epoch,
            List.of(new StoredPosition(A0, position, log.idOf("a"), epoch)),
            List.of());
  }

  private StartedStream start(StartRules rules) {
    StreamDefinition definition =
        new StreamDefinition(
            STREAM,
            Set.of("a"),
            new StreamSaving(
                Combination.inDatabase(
                    guarantee, SaveScope.BATCH, OffsetStorage.KAFKA, ResultKind.KEYED),
                "group"),
            new StartingPoint.Earliest(),
            rules);
    return new StartStream(
            definition,
            new RegisteredOffsetStore(
                new FakePositionStore(place, others), new FakeOffsetRegister(results)),
            new FakeClaimRegister(results),
            log)
        .start();
  }
}
