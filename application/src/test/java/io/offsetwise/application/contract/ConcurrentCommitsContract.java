package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
 * What a store of offsets and results must do when several write to it: the row lock of a guarded
 * advance is held to the end of its commit, a rival waits for it and then looks at what is there.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class ConcurrentCommitsContract<R> extends ConcurrentRowsContract<StoreFixture<R>> {

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

  private CommitDecision saveBatch(Epoch epoch, String result, CountDownLatch start) {
    Rivals.await(start);
    return store.commit(
        STREAM,
        StoreContract.JOINT,
        transaction -> {
          for (TopicPartition partition : PARTITIONS) {
            OffsetRange range = next(partition);
            TopicId id = ID;
            if (!transaction.offsets().advance(range, id, epoch)) {
              return CommitDecision.ROLL_BACK;
            }
          }
          transaction.results().write(Results.of(store, result));
          return CommitDecision.COMMIT;
        });
  }
}
