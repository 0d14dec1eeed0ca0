package io.offsetwise.application.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartStreamTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final TopicPartition A2 = new TopicPartition("a", 2);
  private static final TopicPartition B0 = new TopicPartition("b", 0);
  private static final TopicId ID_A = new TopicId("topic-id-1");
  private static final TopicId ID_B = new TopicId("topic-id-2");

  private final FakeDatabase database = new FakeDatabase();
  private final FakeLog log = new FakeLog();
  private final FakeClaimRegister claims = new FakeClaimRegister(database);
  private final CountingStore offsets = new CountingStore(database);

  @BeforeEach
  void fillTopics() {
    log.create("a", 2);
    log.create("b", 1);
    log.append(A0, 10);
    log.append(A1, 20);
  }

  @Test
  void theFirstStartStoresWhereItBegins() {
    StartedStream started = start(StartRules.STRICT, "a", "b");

    Epoch first = new Epoch(1);
    assertThat(started.positions()).isEqualTo(Positions.of(Map.of(A0, 0L, A1, 0L, B0, 0L)));
    assertThat(started.context().epoch()).isEqualTo(first);
    assertThat(started.context().stream()).isEqualTo(STREAM);
    assertThat(started.context().plan()).isEqualTo(DeliveryGuarantee.AT_LEAST_ONCE.plan());
    assertThat(started.context().topicIds()).isEqualTo(Map.of("a", ID_A, "b", ID_B));
    assertThat(started.findings()).hasSize(3).hasOnlyElementsOfType(StartFinding.FirstRead.class);
    assertThat(offsets.positions(STREAM))
        .isEqualTo(
            Map.of(
                A0, new StoredPosition(A0, 0, ID_A, first),
                A1, new StoredPosition(A1, 0, ID_A, first),
                B0, new StoredPosition(B0, 0, ID_B, first)));
    assertThat(database.starts(STREAM))
        .containsExactlyInAnyOrderElementsOf(offsets.positions(STREAM).values());
  }

  @Test
  void aTopicIsBegunAtTheEndOfWhatCanBeRead() {
    log.begin(A0, 5);

    StartedStream started =
        new StartStream(
                definition(new StartingPoint.Latest(), StartRules.STRICT, "a"),
                offsets,
                claims,
                log)
            .start();

    assertThat(started.positions()).isEqualTo(Positions.of(Map.of(A0, 10L, A1, 20L)));
  }

  /** As a stream has it that has read uncommitted records until now. */
  @Test
  void aPositionBehindAnOpenTransactionWaitsForItsEnd() {
    Epoch epoch = start(StartRules.STRICT, "a").context().epoch();
    log.begin(A0, 5);
    offsets.begin(
        STREAM,
        epoch,
        new StartChange(List.of(new StoredPosition(A0, 12, ID_A, epoch)), List.of(), List.of()));

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> start(StartRules.STRICT, "a"))
        .withMessageContaining("position 12 of a-0 lies behind the last stable offset 10")
        .satisfies(stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE));

    log.commit(A0);

    assertThat(start(StartRules.STRICT, "a").positions().of(A0)).hasValue(12);
  }

  @Test
  void theNextStartGoesOnUnderTheNextEpochAndStoresNothing() {
    start(StartRules.STRICT, "a", "b");

    StartedStream second = start(StartRules.STRICT, "a", "b");

    assertThat(second.context().epoch()).isEqualTo(new Epoch(2));
    assertThat(second.positions()).isEqualTo(Positions.of(Map.of(A0, 0L, A1, 0L, B0, 0L)));
    assertThat(offsets.begins).as("starts that wrote").isEqualTo(1);
    assertThat(offsets.positions(STREAM).get(A0).epoch()).isEqualTo(new Epoch(2));
    assertThat(database.starts(STREAM)).hasSize(3);
  }

  @Test
  void aLogThatCannotBeReachedDoesNotFenceAWorkingDriver() {
    start(StartRules.STRICT, "a");
    log.disconnect();

    assertStopped(StopReason.UNAVAILABLE, "a");

    log.reconnect();
    assertThat(offsets.positions(STREAM).get(A0).epoch()).isEqualTo(new Epoch(1));
    assertThat(offsets.claims).isEqualTo(1);
  }

  @Test
  void aTopicThatIsNotThereDoesNotFenceAWorkingDriver() {
    start(StartRules.STRICT, "a");

    assertStopped(StopReason.UNAVAILABLE, "a", "missing");

    assertThat(offsets.claims).isEqualTo(1);
  }

  @Test
  void aPositionThatIsGoneStopsTheStartUnlessThatIsAccepted() {
    start(StartRules.STRICT, "a", "b");
    database.removePosition(STREAM, A1);

    assertStopped(StopReason.START_REFUSED, "a", "b");

    StartedStream again = start(new StartRules(Set.of(StartCase.POSITION_LOST)), "a", "b");
    assertThat(again.positions().of(A1)).hasValue(0);
    assertThat(database.gaps(STREAM))
        .extracting(AcceptedGap::startCase)
        .containsExactly(StartCase.POSITION_LOST);
  }

  @Test
  void aHarmfulCaseIsRefusedAndNothingIsMoved() {
    start(StartRules.STRICT, "a", "b");
    log.deleteBefore(A1, 15);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> start(StartRules.STRICT, "a", "b"))
        .withMessage(
            "stream wallet must not start: position of a-1 is 0 but the log starts at 15: retention"
                + " has probably deleted 15 unread offsets (to go on at the earliest retained"
                + " offset and record the gap, set start.accept = [retention-loss])")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.START_REFUSED);
    assertThat(offsets.positions(STREAM).get(A1).nextOffset()).isZero();
    assertThat(database.gaps(STREAM)).isEmpty();
    assertThat(offsets.begins).as("starts that wrote").isEqualTo(1);
  }

  @Test
  void anAcceptedRetentionLossMovesTheRowAndIsKeptOnRecord() {
    start(StartRules.STRICT, "a", "b");
    log.deleteBefore(A1, 15);

    StartedStream started = start(accepting(StartCase.RETENTION_LOSS), "a", "b");

    assertThat(started.positions()).isEqualTo(Positions.of(Map.of(A0, 0L, A1, 15L, B0, 0L)));
    assertThat(offsets.positions(STREAM).get(A1))
        .isEqualTo(new StoredPosition(A1, 15, ID_A, new Epoch(2)));
    assertThat(database.gaps(STREAM))
        .containsExactly(
            new AcceptedGap(A1, StartCase.RETENTION_LOSS, 0, OptionalLong.of(15), new Epoch(2)));
  }

  @Test
  void aLogThatWasCutAndRefilledPastThePositionIsRefused() {
    readA0UpTo(8);
    log.truncate(A0, 5);
    log.append(A0, 20);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> start(StartRules.STRICT, "a"))
        .withMessageContaining("position of a-0 is 8 after a record of leader epoch 0")
        .withMessageContaining("that epoch ends at 5 in the log, which goes on to 25")
        .withMessageContaining("start.accept = [log-truncated]");
    assertThat(offsets.positions(STREAM).get(A0).nextOffset()).isEqualTo(8);
  }

  @Test
  void anAcceptedCutGoesOnWhereTheLogPartsAndIsKeptOnRecord() {
    readA0UpTo(8);
    log.truncate(A0, 5);
    log.append(A0, 20);

    StartedStream started = start(accepting(StartCase.LOG_TRUNCATED), "a");

    assertThat(started.positions().of(A0)).hasValue(5);
    assertThat(database.gaps(STREAM))
        .containsExactly(
            new AcceptedGap(A0, StartCase.LOG_TRUNCATED, 8, OptionalLong.of(5), new Epoch(2)));
    assertThat(start(StartRules.STRICT, "a").positions().of(A0)).as("once more").hasValue(5);
  }

  @Test
  void aLogFromAnOlderCopyKnowsNoneOfTheLeaderEpochs() {
    log.truncate(A0, 5);
    log.append(A0, 5);
    readA0UpTo(8);
    log.restoreOldLeaders(A0);

    assertStopped(StopReason.START_REFUSED, "a");
    assertThat(start(accepting(StartCase.LOG_TRUNCATED), "a").positions().of(A0)).hasValue(0);
  }

  @Test
  void aCutAboveThePositionHarmsNothing() {
    readA0UpTo(5);
    log.truncate(A0, 5);
    log.append(A0, 20);

    assertThat(start(StartRules.STRICT, "a").positions().of(A0)).hasValue(5);
  }

  @Test
  void theEpochsOfAFormerTopicAreNotCompared() {
    readA0UpTo(8);
    log.recreate("a", 2);
    log.append(A0, 20);

    StartedStream started = start(accepting(StartCase.TOPIC_RECREATED), "a");

    assertThat(started.positions().of(A0)).hasValue(0);
  }

  /** Stores what a save stores that has read the log so far. */
  private void readA0UpTo(long offset) {
    Epoch epoch = start(StartRules.STRICT, "a").context().epoch();
    LeaderEpoch last = log.records(new OffsetRange(A0, offset - 1, offset)).next().leaderEpoch();
    StoredPosition read = new StoredPosition(A0, offset, log.idOf("a"), epoch, last);
    offsets.begin(STREAM, epoch, new StartChange(List.of(read), List.of(), List.of()));
  }

  @Test
  void anAcceptedRecreationStoresTheNewId() {
    start(StartRules.STRICT, "a");
    log.recreate("a", 2);

    StartedStream started = start(accepting(StartCase.TOPIC_RECREATED), "a");

    TopicId newId = log.idOf("a");
    assertThat(started.context().topicIds()).isEqualTo(Map.of("a", newId));
    assertThat(offsets.positions(STREAM).get(A0).topicId()).isEqualTo(newId);
    assertThat(database.gaps(STREAM)).hasSize(2);
  }

  @Test
  void anAcceptedMissingPartitionLeavesNoRow() {
    start(StartRules.STRICT, "a");
    log.recreate("a", 1);

    StartedStream started =
        start(accepting(StartCase.TOPIC_RECREATED, StartCase.PARTITION_MISSING), "a");

    assertThat(started.positions().partitions()).containsExactly(A0);
    assertThat(offsets.positions(STREAM)).containsOnlyKeys(A0);
    assertThat(database.gaps(STREAM))
        .containsExactlyInAnyOrder(
            new AcceptedGap(A0, StartCase.TOPIC_RECREATED, 0, OptionalLong.of(0), new Epoch(2)),
            new AcceptedGap(
                A1, StartCase.PARTITION_MISSING, 0, OptionalLong.empty(), new Epoch(2)));
  }

  @Test
  void anAddedPartitionGetsARowAtItsBeginning() {
    start(StartRules.STRICT, "a");
    log.addPartition("a");
    log.append(A2, 5);

    StartedStream started = start(StartRules.STRICT, "a");

    assertThat(started.positions().of(A2)).hasValue(0);
    assertThat(offsets.positions(STREAM).get(A2))
        .isEqualTo(new StoredPosition(A2, 0, ID_A, new Epoch(2)));
  }

  @Test
  void aTopicThatIsNoLongerReadKeepsItsRows() {
    start(StartRules.STRICT, "a", "b");

    StartedStream started = start(StartRules.STRICT, "a");

    assertThat(started.positions().partitions()).containsExactly(A0, A1);
    assertThat(started.context().topicIds()).containsOnlyKeys("a");
    assertThat(offsets.positions(STREAM)).containsOnlyKeys(A0, A1, B0);
  }

  @Test
  void aStreamReadsAtLeastOneTopic() {
    assertThatThrownBy(() -> definition(StartRules.STRICT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stream wallet reads no topic");
  }

  private void assertStopped(StopReason reason, String... topics) {
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> start(StartRules.STRICT, topics))
        .extracting(StoppedException::reason)
        .isEqualTo(reason);
  }

  private StartedStream start(StartRules rules, String... topics) {
    return new StartStream(definition(rules, topics), offsets, claims, log).start();
  }

  private static StreamDefinition definition(StartRules rules, String... topics) {
    return definition(new StartingPoint.Earliest(), rules, topics);
  }

  private static StreamDefinition definition(
      StartingPoint first, StartRules rules, String... topics) {
    return new StreamDefinition(
        STREAM, Set.of(topics), FakeSaving.of(DeliveryGuarantee.AT_LEAST_ONCE), first, rules);
  }

  private static StartRules accepting(StartCase... cases) {
    return new StartRules(Set.of(cases));
  }

  private static final class CountingStore extends FakeOffsetStore {

    private int claims;
    private int begins;

    CountingStore(FakeDatabase database) {
      super(database);
    }

    @Override
    public Claim claim(StreamName stream) {
      claims++;
      return super.claim(stream);
    }

    @Override
    public void begin(StreamName stream, Epoch epoch, StartChange change) {
      begins++;
      super.begin(stream, epoch, change);
    }
  }
}
