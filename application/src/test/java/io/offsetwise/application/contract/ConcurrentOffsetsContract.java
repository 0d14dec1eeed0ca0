package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.offset.Epoch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What a store must do when several threads move one position: a guarded advance is exclusive to
 * the end of its commit, a rival waits for it and then looks at what is there. Part of {@link
 * ConcurrentCommitsContract}.
 *
 * @param <F> the eyes that the contract needs
 */
public abstract class ConcurrentOffsetsContract<F extends OffsetsFixture>
    extends OffsetsContract<F> {

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

  /** A rival that moves the first row at once and ends its commit when it is released. */
  final Future<Boolean> holdRow(
      Rivals rivals, Epoch epoch, CountDownLatch release, CommitDecision end) {
    CountDownLatch held = new CountDownLatch(1);
    Future<Boolean> holder =
        rivals.start(
            () -> {
              boolean[] moved = new boolean[1];
              commitOffsets(
                  open -> {
                    moved[0] = open.advance(next(FIRST), ID, epoch);
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
}
