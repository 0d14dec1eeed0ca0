package io.offsetwise.adapters.kafka.offset;

import static io.offsetwise.adapters.kafka.offset.Jvm.ID;
import static io.offsetwise.adapters.kafka.offset.Jvm.OTHER;
import static io.offsetwise.adapters.kafka.offset.Jvm.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of savers that do not know of each other. */
@Timeout(60)
@ExtendWith(SharedBroker.class)
class GroupLocksIT {

  private final String name = UUID.randomUUID().toString();
  private final Jvm one;
  private final Jvm other;

  GroupLocksIT(KafkaConnection connection) {
    one = Jvm.named("one", connection, name);
    other = Jvm.named("other", connection, name);
  }

  @ParameterizedTest
  @CsvSource({"BATCH,BATCH", "BATCH,PARTITION", "PARTITION,BATCH", "PARTITION,PARTITION"})
  void aDriverThatLostTheStreamMovesNothingInAnyScope(SaveScope before, SaveScope after) {
    Epoch older = one.begun();
    assertThat(one.save(before, older, 100, 110)).isEqualTo(CommitDecision.COMMIT);

    Claim claim = other.claim();

    assertThat(claim.positions().get(PARTITION).nextOffset()).isEqualTo(110);
    requireStop(StopReason.FENCED, () -> one.save(before, older, 110, 120));
    requireStop(StopReason.FENCED, () -> one.save(before, older, 110, 120));
    assertThat(other.save(after, claim.epoch(), 110, 130)).isEqualTo(CommitDecision.COMMIT);
    requireStop(StopReason.FENCED, () -> one.save(before, older, 110, 120));
    requireStop(StopReason.FENCED, () -> one.begin(older));
    assertThat(other.save(after, claim.epoch(), 130, 140)).isEqualTo(CommitDecision.COMMIT);
    assertThat(one.stored()).isEqualTo(140);
  }

  @ParameterizedTest
  @EnumSource
  void aClaimBetweenLookAndCommitFencesTheCommit(SaveScope scope) {
    Epoch older = one.begun();

    requireStop(
        StopReason.FENCED,
        () -> Jvm.save(one.commits(scope), older, 100, 110, new Once(other::claim)));

    assertThat(other.stored()).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource
  void aClaimThatIsOnlyCountedKeepsOlderOnesOutAlready(SaveScope scope) {
    Epoch older = one.begun();

    Claims.of(other.group()).next();

    letGo(one.group().lockOf(scope, PARTITION));
    requireStop(StopReason.FENCED, () -> one.save(scope, older, 100, 110));
    assertThat(other.claim().epoch()).isEqualTo(new Epoch(3));
  }

  @ParameterizedTest
  @EnumSource
  void aCopyOfASaveIsToldThatItIsSaved(SaveScope scope) {
    Epoch epoch = one.begun();

    assertThat(
            Jvm.save(
                one.commits(scope),
                epoch,
                100,
                110,
                new Once(() -> other.save(scope, epoch, 100, 110))))
        .isEqualTo(CommitDecision.ROLL_BACK);
    assertThat(one.save(scope, epoch, 100, 110)).isEqualTo(CommitDecision.ROLL_BACK);

    assertThat(one.stored()).isEqualTo(110);
  }

  @Test
  void aPartitionMayWanderBetweenExecutors() {
    Epoch epoch = one.begun();

    for (long from = 100; from < 160; from += 20) {
      assertThat(one.save(SaveScope.PARTITION, epoch, from, from + 10))
          .isEqualTo(CommitDecision.COMMIT);
      assertThat(other.save(SaveScope.PARTITION, epoch, from + 10, from + 20))
          .isEqualTo(CommitDecision.COMMIT);
    }
    assertThat(one.stored()).isEqualTo(160);
  }

  @Test
  void whoseProducerWasClosedMeanwhileTakesItsLockAgain() {
    Epoch epoch = one.begun();
    one.save(SaveScope.PARTITION, epoch, 100, 110);

    one.group().partitionLock(PARTITION).writer().closeIfIdle();

    assertThat(one.save(SaveScope.PARTITION, epoch, 110, 120)).isEqualTo(CommitDecision.COMMIT);
    assertThat(one.stored()).isEqualTo(120);
  }

  @Test
  void ofSavesAtTheSameTimeEachRangeIsMovedOnce() throws Exception {
    Epoch epoch = one.begun();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    try {
      Future<Integer> ofOne = threads.submit(movesOf(one, epoch, together));
      Future<Integer> ofOther = threads.submit(movesOf(other, epoch, together));

      assertThat(ofOne.get(50, TimeUnit.SECONDS) + ofOther.get(50, TimeUnit.SECONDS)).isEqualTo(10);
    } finally {
      threads.shutdownNow();
    }
    assertThat(one.stored()).isEqualTo(200);
  }

  private static Callable<Integer> movesOf(Jvm jvm, Epoch epoch, CyclicBarrier together) {
    return () -> {
      int moves = 0;
      for (long from = 100; from < 200; from += 10) {
        together.await(20, TimeUnit.SECONDS);
        if (jvm.save(SaveScope.PARTITION, epoch, from, from + 10) == CommitDecision.COMMIT) {
          moves++;
        }
      }
      return moves;
    };
  }

  @Test
  void whatADeadSaverLeftOpenIsGivenUpByTheNextClaim() {
    Epoch epoch = one.begun();
    one.save(SaveScope.PARTITION, epoch, 100, 110);
    AbandonedSave.of(one.group().partitionLock(PARTITION), PARTITION, 500);

    Claim claim = other.claim();

    assertThat(claim.positions().get(PARTITION).nextOffset()).isEqualTo(110);
    assertThat(other.save(SaveScope.PARTITION, claim.epoch(), 110, 120))
        .isEqualTo(CommitDecision.COMMIT);
  }

  @Test
  void whatADeadSaverLeftOpenIsGivenUpByTheNextSave() {
    Epoch epoch = one.begun();
    AbandonedSave.of(one.group().driverLock(), PARTITION, 500);

    assertThat(one.save(SaveScope.BATCH, epoch, 100, 110)).isEqualTo(CommitDecision.COMMIT);
    assertThat(other.stored()).isEqualTo(110);
  }

  @Test
  void anOffsetSetByKafkasToolIsHonouredByTheNextClaim() {
    Epoch older = one.begun();
    KafkasTool.reset(one.group(), Map.of(PARTITION, 42L));

    requireStop(StopReason.OUT_OF_ORDER, () -> one.save(SaveScope.BATCH, older, 100, 110));

    Claim claim = one.claim();
    assertThat(claim.positions())
        .containsEntry(
            PARTITION, new StoredPosition(PARTITION, 42, currentIdOf("a"), claim.epoch()))
        .containsEntry(OTHER, new StoredPosition(OTHER, 100, ID, older));
    assertThat(one.positions().positions(Jvm.STREAM).get(PARTITION))
        .isEqualTo(claim.positions().get(PARTITION));
  }

  @Test
  void whenAllOffsetsWereSetByKafkasToolNoOlderEpochComesAgain() {
    one.claim();
    Epoch older = one.begun();
    KafkasTool.reset(one.group(), Map.of(PARTITION, 42L, OTHER, 43L));

    assertThat(other.claim().epoch().number()).isGreaterThan(older.number());
  }

  @Test
  void offsetsThatWereThereBeforeTheFirstClaimAreTakenOver() {
    KafkasTool.reset(one.group(), Map.of(PARTITION, 42L));

    Claim claim = one.claim();

    assertThat(claim.positions())
        .containsExactly(
            Map.entry(
                PARTITION, new StoredPosition(PARTITION, 42, currentIdOf("a"), claim.epoch())));
    // Nobody can have got that far by counting.
    assertThat(claim.epoch().number()).isGreaterThan(1_000_000_000);
    assertThat(other.claim().epoch()).isEqualTo(new Epoch(claim.epoch().number() + 1));
  }

  @Test
  void manyPartitionsInOneCommitAreRefusedInScopePartition() {
    Epoch epoch = one.begun();

    requireStop(
        StopReason.IMPOSSIBLE,
        () ->
            one.commits(SaveScope.PARTITION)
                .commitOffsets(
                    offsets -> {
                      offsets.advance(new OffsetRange(PARTITION, 100, 110), ID, epoch);
                      offsets.advance(new OffsetRange(OTHER, 100, 110), ID, epoch);
                      return CommitDecision.COMMIT;
                    }));

    assertThat(one.stored()).isEqualTo(100);
  }

  /** The control: without the lock the same look does not keep an older driver out. */
  @ParameterizedTest
  @EnumSource
  void anUnguardedStoreLetsAnOlderDriverIn(UnguardedStore.Look look) {
    Epoch older = one.begun();
    UnguardedStore unguarded = new UnguardedStore(one.group(), look);

    assertThat(Jvm.save(unguarded, older, 100, 110, new Once(other::claim)))
        .isEqualTo(CommitDecision.COMMIT);

    assertThat(other.stored()).isEqualTo(110);
  }

  private static void requireStop(StopReason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(reason);
  }

  /** As after a failure, or in an executor that has just started. */
  private static void letGo(GroupLock lock) {
    try (GroupWriter.Turn turn = lock.writer().takeTurn()) {
      turn.letGo();
    }
  }

  private TopicId currentIdOf(String topic) {
    return TopicCatalog.idOf(
        new TopicCatalog(PerJvm.get(new SharedAdmin(one.group().connection())))
            .find(topic)
            .orElseThrow());
  }
}
