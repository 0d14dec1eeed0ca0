package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CommitStore} must do for one writer: guarded offsets, and all or nothing of
 * offsets, results and history. What it must do for several is {@link ConcurrentCommitsContract}.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class CommitStoreContract<R> extends BatchOffsetsContract<StoreFixture<R>> {

  private static final Commit JOINT = StoreContract.JOINT;

  @Test
  void aJointCommitMakesOffsetsResultsAndHistoryDurable() {
    Epoch epoch = begun(STREAM);

    CommitDecision decision = commit(JOINT, transaction -> writeAll(transaction, epoch));

    assertThat(decision).isEqualTo(CommitDecision.COMMIT);
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "two");
    assertThat(store.history(STREAM))
        .containsExactly(SavedRange.of(next(FIRST), epoch, StoreContract.RECORDED));
    assertThat(store.history(OTHER_STREAM)).isEmpty();
  }

  @Test
  void aRollBackLeavesNothing() {
    Epoch epoch = begun(STREAM);

    CommitDecision decision =
        commit(
            JOINT,
            transaction -> {
              writeAll(transaction, epoch);
              return CommitDecision.ROLL_BACK;
            });

    assertThat(decision).isEqualTo(CommitDecision.ROLL_BACK);
    requireUntouched();
  }

  @Test
  void anExceptionLeavesNothingAndArrivesAsItWas() {
    Epoch epoch = begun(STREAM);
    IllegalStateException thrown = new IllegalStateException("thrown by the work");

    assertThatThrownBy(
            () ->
                commit(
                    JOINT,
                    transaction -> {
                      writeAll(transaction, epoch);
                      throw thrown;
                    }))
        .isSameAs(thrown);
    requireUntouched();
  }

  @Test
  void anErrorLeavesNothingAndArrivesAsItWas() {
    Epoch epoch = begun(STREAM);
    AssertionError thrown = new AssertionError("thrown by the work");

    assertThatThrownBy(
            () ->
                commit(
                    JOINT,
                    transaction -> {
                      writeAll(transaction, epoch);
                      throw thrown;
                    }))
        .isSameAs(thrown);
    requireUntouched();
  }

  @Test
  void resultsThatFailHalfWayLeaveNothing() {
    Epoch epoch = begun(STREAM);
    IllegalStateException thrown = new IllegalStateException("thrown by the job's function");
    Stream<String> failing =
        Stream.iterate(0, number -> number + 1)
            .limit(3_000)
            .peek(number -> failAt(number, thrown))
            .map(number -> "result-" + number);

    assertThatThrownBy(
            () ->
                commit(
                    JOINT,
                    transaction -> {
                      transaction.offsets().advance(next(FIRST), ID, epoch);
                      transaction.results().write(Results.of(store, failing));
                      return CommitDecision.COMMIT;
                    }))
        .isSameAs(thrown);
    requireUntouched();
  }

  private static void failAt(int number, RuntimeException thrown) {
    if (number == 2_500) {
      throw thrown;
    }
  }

  @Test
  void aStoreGoesOnAfterAFailedCommit() {
    Epoch epoch = begun(STREAM);
    try (CommitStore<R> commits = store.commits(STREAM).open()) {
      assertThatThrownBy(
              () ->
                  commits.commit(
                      JOINT,
                      transaction -> {
                        writeAll(transaction, epoch);
                        throw new IllegalStateException("thrown by the work");
                      }))
          .hasMessage("thrown by the work");

      commits.commit(JOINT, transaction -> writeAll(transaction, epoch));
    }
    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "two");
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
  }

  @Test
  void offsetsAloneLeaveResultsAlone() {
    Epoch epoch = begun(STREAM);

    assertThat(advance(next(FIRST), ID, epoch)).isTrue();

    assertThat(store.durableResults()).isEmpty();
  }

  @Test
  void resultsAloneLeaveOffsetsAlone() {
    begun(STREAM);
    Map<TopicPartition, StoredPosition> before = positions();

    commit(
        Commit.of(SaveStep.RESULTS),
        transaction -> {
          transaction.results().write(results("one"));
          return CommitDecision.COMMIT;
        });

    assertThat(store.durableResults()).containsExactly("one");
    assertThat(positions()).isEqualTo(before);
    assertThat(store.history(STREAM)).isEmpty();
  }

  @Test
  void noResultsAreWrittenFromAnEmptyIterator() {
    Epoch epoch = begun(STREAM);

    commit(
        JOINT,
        transaction -> {
          transaction.offsets().advance(next(FIRST), ID, epoch);
          transaction.results().write(results());
          return CommitDecision.COMMIT;
        });

    assertThat(store.durableResults()).isEmpty();
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
  }

  @Test
  void aCommitMayCoverManyRanges() {
    Epoch epoch = begun(STREAM);

    commit(
        JOINT,
        transaction -> {
          for (TopicPartition partition : PARTITIONS) {
            OffsetRange range = next(partition);
            assertThat(transaction.offsets().advance(range, ID, epoch)).isTrue();
            transaction.offsets().record(range, epoch, StoreContract.RECORDED);
          }
          return CommitDecision.COMMIT;
        });

    assertThat(PARTITIONS).allSatisfy(each -> assertThat(positionOf(each)).isEqualTo(START + 10));
    assertThat(store.history(STREAM))
        .containsExactlyElementsOf(
            PARTITIONS.stream()
                .map(each -> SavedRange.of(next(each), epoch, StoreContract.RECORDED))
                .toList());
  }

  private CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    return store.commit(STREAM, commit, work);
  }

  private Iterator<R> results(String... keys) {
    return Results.of(store, keys);
  }

  private CommitDecision writeAll(SaveTransaction<R> transaction, Epoch epoch) {
    assertThat(transaction.offsets().advance(next(FIRST), ID, epoch)).isTrue();
    transaction.results().write(results("one", "two"));
    transaction.offsets().record(next(FIRST), epoch, StoreContract.RECORDED);
    return CommitDecision.COMMIT;
  }

  private void requireUntouched() {
    assertThat(positions().values())
        .hasSameSizeAs(PARTITIONS)
        .allSatisfy(row -> assertThat(row.nextOffset()).isEqualTo(START));
    assertThat(store.durableResults()).isEmpty();
    assertThat(store.history(STREAM)).isEmpty();
  }
}
