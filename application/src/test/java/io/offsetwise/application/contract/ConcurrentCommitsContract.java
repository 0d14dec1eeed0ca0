package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What a store must do when several write to it: the row lock of a guarded advance is held to the
 * end of its commit, a rival waits for it and then looks at what is there.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class ConcurrentCommitsContract<R> extends StoreContract<R> {

  @Test
  void aRivalWaitsForTheRowAndThenMovesNothing() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch release = new CountDownLatch(1);
      Future<Boolean> holder = holdRow(rivals, epoch, release, CommitDecision.COMMIT);
      Future<Boolean> rival = rivals.start(() -> advance(next(FIRST), ID, epoch));

      Rivals.requireWaiting(rival);
      release.countDown();

      assertThat(Rivals.resultOf(holder)).isTrue();
      assertThat(Rivals.resultOf(rival)).isFalse();
    }
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
  }

  @Test
  void aRivalWaitsForTheRowAndMovesItWhenTheFirstRollsBack() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch release = new CountDownLatch(1);
      Future<Boolean> holder = holdRow(rivals, epoch, release, CommitDecision.ROLL_BACK);
      Future<Boolean> rival = rivals.start(() -> advance(next(FIRST), ID, epoch));

      Rivals.requireWaiting(rival);
      release.countDown();

      assertThat(Rivals.resultOf(holder)).isTrue();
      assertThat(Rivals.resultOf(rival)).isTrue();
    }
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
  }

  @Test
  void writersOfDifferentRowsDoNotWaitForEachOther() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch release = new CountDownLatch(1);
      Future<Boolean> holder = holdRow(rivals, epoch, release, CommitDecision.COMMIT);

      for (TopicPartition other : PARTITIONS.subList(1, PARTITIONS.size())) {
        assertThat(Rivals.resultOf(rivals.start(() -> advance(next(other), ID, epoch)))).isTrue();
      }

      release.countDown();
      assertThat(Rivals.resultOf(holder)).isTrue();
    }
  }

  @Test
  void aClaimWaitsForAnOpenCommitAndSeesWhatItSaved() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch release = new CountDownLatch(1);
      Future<Boolean> holder = holdRow(rivals, epoch, release, CommitDecision.COMMIT);
      Future<Claim> claim = rivals.start(this::claimThroughOwnStore);

      Rivals.requireWaiting(claim);
      release.countDown();

      assertThat(Rivals.resultOf(holder)).isTrue();
      Claim taken = Rivals.resultOf(claim);
      assertThat(taken.positions().get(FIRST).nextOffset()).isEqualTo(START + 10);
      assertThat(positions().get(FIRST).epoch()).isEqualTo(taken.epoch());
    }
  }

  @Test
  void oneOfTwoWritersOfTheSameBatchWinsAllOfIt() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch start = new CountDownLatch(1);
      Future<CommitDecision> one = rivals.start(() -> saveBatch(epoch, "one", start));
      Future<CommitDecision> other = rivals.start(() -> saveBatch(epoch, "other", start));
      start.countDown();

      assertThat(List.of(Rivals.resultOf(one), Rivals.resultOf(other)))
          .containsExactlyInAnyOrder(CommitDecision.COMMIT, CommitDecision.ROLL_BACK);
    }
    assertThat(store.durableResults()).hasSize(1);
    assertThat(PARTITIONS).allSatisfy(each -> assertThat(positionOf(each)).isEqualTo(START + 10));
  }

  /** A rival that moves the first row at once and ends its commit when it is released. */
  private Future<Boolean> holdRow(
      Rivals rivals, Epoch epoch, CountDownLatch release, CommitDecision end) {
    CountDownLatch held = new CountDownLatch(1);
    Future<Boolean> holder =
        rivals.start(
            () -> {
              boolean[] moved = new boolean[1];
              commit(
                  JOINT,
                  transaction -> {
                    moved[0] = transaction.offsets().advance(next(FIRST), ID, epoch);
                    held.countDown();
                    Rivals.await(release);
                    return end;
                  });
              return moved[0];
            });
    Rivals.await(held);
    return holder;
  }

  private Claim claimThroughOwnStore() {
    try (OffsetStore own = store.offsets()) {
      return own.claim(STREAM);
    }
  }

  private CommitDecision saveBatch(Epoch epoch, String result, CountDownLatch start) {
    Rivals.await(start);
    return commit(
        JOINT,
        transaction -> {
          for (TopicPartition partition : PARTITIONS) {
            OffsetRange range = next(partition);
            TopicId id = ID;
            if (!transaction.offsets().advance(range, id, epoch)) {
              return CommitDecision.ROLL_BACK;
            }
          }
          transaction.results().write(results(result));
          return CommitDecision.COMMIT;
        });
  }
}
