package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeSession;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionLoopTest {

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final TopicPartition B0 = new TopicPartition("b", 0);

  private final RunningLoop loop = new RunningLoop();

  @BeforeEach
  void fillTopics() {
    loop.log.create("a", 1);
    loop.log.create("b", 1);
    loop.log.append(A0, 12);
    loop.log.append(B0, 3);
  }

  @Test
  void aStopRequestEndsTheSessionBetweenBatches() throws Exception {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    session.runBatch();

    loop.stop.request();

    assertThat(loop.end()).isEqualTo(SessionEnd.STOP_REQUESTED);
    assertThat(session.isClosed()).isTrue();
    session.runBatch();
    assertThat(loop.database.results()).as("nothing after the end").hasSize(8);
  }

  @Test
  void aStopRequestWaitsForTheRunningBatch() throws Exception {
    loop.start(RunLimit.UNTIL_STOPPED);
    HeldBatch held = new HeldBatch(loop.session(0)::runBatch);
    loop.stop.request();

    held.release();

    assertThat(loop.end()).isEqualTo(SessionEnd.STOP_REQUESTED);
    held.requireEnded();
    assertThat(loop.saved).hasSize(1);
    assertThat(loop.database.results()).hasSize(8);
  }

  @Test
  void aBatchThatHangsAtTheEndIsNotWaitedForLongerThanTheBound() throws Exception {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    HeldBatch held = new HeldBatch(session::runBatch);

    loop.stop.request();

    assertThatThrownBy(loop::end)
        .cause()
        .isInstanceOf(StoppedException.class)
        .hasMessage(
            "the running batch did not end within 500 ms: the database or the broker probably"
                + " hangs; what it had not committed will be read again")
        .extracting("reason")
        .isEqualTo(StopReason.UNAVAILABLE);
    assertThat(session.isClosed()).isTrue();
    held.release();
  }

  @Test
  void endsWhenTheEndOfTheLogAtTheStartIsReached() throws Exception {
    loop.start(RunLimit.UNTIL_CAUGHT_UP);
    FakeSession session = loop.session(0);
    loop.log.append(B0, 100);

    session.runBatch();
    session.runBatch();
    assertThat(loop.isRunning()).isTrue();
    session.runBatch();

    assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
    assertThat(loop.progress.positions()).isEqualTo(Positions.of(Map.of(A0, 12L, B0, 15L)));
    assertThat(loop.progress.batches()).isEqualTo(3);
    assertThat(loop.progress.records()).isEqualTo(27);
  }

  @Test
  void endsAtOnceWhenNothingIsLeftToRead() throws Exception {
    readEverythingOnce();
    RunLimit limit = RunLimit.UNTIL_CAUGHT_UP;

    loop.start(limit);

    assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
    assertThat(loop.database.results()).hasSize(15);
  }

  private void readEverythingOnce() throws Exception {
    loop.start(RunLimit.UNTIL_CAUGHT_UP);
    FakeSession session = loop.session(0);
    for (int batch = 0; batch < 3; batch++) {
      session.runBatch();
    }
    loop.end();
  }

  @Test
  void anAddedPartitionIsReadFromItsBeginningInTheNextSession() throws Exception {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession first = loop.session(0);
    first.runBatch();

    loop.log.addPartition("a");
    loop.log.append(A1, 4);

    FakeSession second = loop.session(1);
    assertThat(first.isClosed()).isTrue();
    assertThat(second.stream().positions()).isEqualTo(Positions.of(Map.of(A0, 5L, A1, 0L, B0, 3L)));
    assertThat(second.stream().context().epoch()).isEqualTo(new Epoch(2));
    first.runBatch();
    second.runBatch();
    loop.stop.request();
    assertThat(loop.end()).isEqualTo(SessionEnd.STOP_REQUESTED);
    assertThat(loop.database.results()).hasSize(8 + 5 + 4).doesNotHaveDuplicates();
    assertThat(loop.started).hasSize(2);
  }

  @Test
  void aFailedBatchEndsTheLoopAndNoLaterBatchIsSaved() {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    session.runBatch();
    OutOfMemoryError thrown = new OutOfMemoryError("in a batch");

    assertThatThrownBy(() -> session.runBatch(failing(thrown))).isSameAs(thrown);
    assertThatThrownBy(session::runBatch)
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.EARLIER_FAILURE);

    assertThatThrownBy(loop::end)
        .cause()
        .isInstanceOf(SessionFailedException.class)
        .hasMessage("in a batch")
        .hasCause(thrown);
    assertThat(session.isClosed()).isTrue();
    assertThat(loop.database.results()).as("the batch before the failure").hasSize(8);
    assertThat(loop.saved).hasSize(1);
  }

  private static Runnable failing(Error thrown) {
    return () -> {
      throw thrown;
    };
  }

  @Test
  void aDriverThatIsTakenOverStopsAtItsNextBatch() {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    session.runBatch();

    loop.offsets.claim(RunningLoop.STREAM);

    assertThatThrownBy(session::runBatch).isInstanceOf(StoppedException.class);
    assertThatThrownBy(loop::end)
        .cause()
        .isInstanceOf(SessionFailedException.class)
        .cause()
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);
    assertThat(loop.database.results()).hasSize(8);
  }

  /** One that stood still meanwhile meets timeouts before it meets the guard. */
  @Test
  void aDriverThatFailsOtherwiseAfterItWasTakenOverIsFenced() {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    session.runBatch();
    loop.offsets.claim(RunningLoop.STREAM);
    IllegalStateException thrown = new IllegalStateException("the connection was lost");

    session.failGeneration(thrown);

    assertThatThrownBy(loop::end)
        .cause()
        .hasMessage(
            "stream wallet was claimed under epoch 1 but now belongs to epoch 2: another driver has"
                + " taken over this stream")
        .hasSuppressedException(new SessionFailedException(thrown))
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);
  }

  @Test
  void aStopOfADriverThatIdlesAndWasTakenOverIsNotInGoodOrder() {
    loop.start(RunLimit.UNTIL_STOPPED);
    loop.session(0).runBatch();
    loop.offsets.claim(RunningLoop.STREAM);

    loop.stop.request();

    assertThatThrownBy(loop::end).cause().extracting("reason").isEqualTo(StopReason.FENCED);
  }

  @Test
  void aStopNamesTheFencingBehindABatchThatHangs() throws Exception {
    loop.start(RunLimit.UNTIL_STOPPED);
    HeldBatch held = new HeldBatch(loop.session(0)::runBatch);
    loop.offsets.claim(RunningLoop.STREAM);

    loop.stop.request();

    assertThatThrownBy(loop::end).cause().extracting("reason").isEqualTo(StopReason.FENCED);
    held.release();
  }

  @Test
  void aStopDoesNotHideThatTheEngineHasFailed() throws Exception {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    HeldBatch held = new HeldBatch(session::runBatch);
    loop.stop.request();
    IllegalStateException thrown = new IllegalStateException("numRecords must not be negative");
    session.failGeneration(thrown);

    held.release();

    assertThatThrownBy(loop::end).cause().hasCause(thrown);
  }

  @Test
  void aStopDoesNotWaitForAStoreThatHangsLongerThanTheBound() throws Exception {
    CountDownLatch hung = new CountDownLatch(1);
    AtomicBoolean hangs = new AtomicBoolean();
    loop.startOn(
        new FakeOffsetStore(loop.database) {
          @Override
          public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
            if (hangs.get()) {
              await().forever().until(() -> hung.getCount() == 0);
            }
            return super.positions(stream);
          }
        });
    loop.session(0);
    hangs.set(true);

    loop.stop.request();

    assertThatThrownBy(loop::end)
        .cause()
        .hasMessageContaining("did not say within 500 ms whether stream wallet still belongs")
        .extracting("reason")
        .isEqualTo(StopReason.UNAVAILABLE);
    hung.countDown();
  }

  @Test
  void aDriverThatWasTakenOverDoesNotTakeTheStreamBackForAnAddedPartition() {
    loop.start(RunLimit.UNTIL_STOPPED);
    loop.session(0).runBatch();
    loop.offsets.claim(RunningLoop.STREAM);

    loop.log.addPartition("a");

    assertThatThrownBy(loop::end).cause().extracting("reason").isEqualTo(StopReason.FENCED);
    assertThat(loop.started).hasSize(1);
  }

  /** Between the look and the claim there is nothing that a rival could use. */
  @Test
  void aRivalThatClaimsAtTheLastMomentKeepsTheStream() {
    loop.startOn(
        new FakeOffsetStore(loop.database) {
          @Override
          public Claim reclaim(StreamName stream, Epoch held) {
            loop.offsets.claim(stream);
            return super.reclaim(stream, held);
          }
        });
    loop.session(0).runBatch();

    loop.log.addPartition("a");

    assertThatThrownBy(loop::end).cause().extracting("reason").isEqualTo(StopReason.FENCED);
    assertThat(loop.started).hasSize(1);
    assertThat(loop.offsets.positions(RunningLoop.STREAM).values())
        .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(new Epoch(2)));
  }

  @Test
  void aFailureOutsideAnyBatchEndsTheLoop() {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    IllegalStateException thrown = new IllegalStateException("numRecords must not be negative");

    session.failGeneration(thrown);

    assertThatThrownBy(loop::end)
        .cause()
        .isInstanceOf(SessionFailedException.class)
        .hasCause(thrown);
    assertThat(session.isClosed()).isTrue();
  }

  @Test
  void aBatchThatIsQueuedWhenTheEngineFailsIsNotSaved() {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);
    session.failGeneration(new IllegalStateException("numRecords must not be negative"));
    assertThatThrownBy(loop::end).hasCauseInstanceOf(SessionFailedException.class);

    assertThatThrownBy(session::runBatch)
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.EARLIER_FAILURE);
    assertThat(loop.database.results()).isEmpty();
  }

  @Test
  void aStartThatIsRefusedOpensNoSession() throws Exception {
    readEverythingOnce();
    loop.log.truncate(A0, 4);

    loop.start(RunLimit.UNTIL_STOPPED);

    assertThatThrownBy(loop::end)
        .cause()
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.START_REFUSED);
    assertThat(loop.engine.sessions()).as("only the one before").hasSize(1);
  }

  @Test
  void observersHearOfTheStartBeforeTheBatches() {
    loop.start(RunLimit.UNTIL_STOPPED);
    FakeSession session = loop.session(0);

    assertThat(loop.started).hasSize(1);
    assertThat(loop.started.get(0)).isSameAs(session.stream());
    session.runBatch();
    await().until(() -> loop.saved.size() == 1);
    assertThat(loop.saved.get(0).records()).isEqualTo(8);
    loop.stop.request();
  }
}
