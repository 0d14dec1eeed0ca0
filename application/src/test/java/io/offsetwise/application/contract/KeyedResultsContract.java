package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What a store must do with results under a natural unique key: writing them again changes nothing
 * and fails nothing. Only for stores that offer idempotent exactly-once.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class KeyedResultsContract<R> extends StoreContract<R> {

  private static final Commit KEYED = Commit.of(SaveStep.KEYED_RESULTS);

  @Test
  void aKeyedResultThatIsWrittenAgainShowsOnce() {
    write("one", "two");

    assertThat(write("two", "three")).isEqualTo(CommitDecision.COMMIT);

    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "two", "three");
  }

  @Test
  void aKeyThatComesTwiceInOneCommitShowsOnce() {
    write("one", "two", "one");

    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void rivalsWithTheSameKeysBothSucceed() throws Exception {
    try (Rivals rivals = new Rivals()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<CommitDecision>> writers =
          List.of(
              rivals.start(() -> writeAfter(start, "one", "two")),
              rivals.start(() -> writeAfter(start, "one", "two")));
      start.countDown();
      for (Future<CommitDecision> writer : writers) {
        assertThat(Rivals.resultOf(writer)).isEqualTo(CommitDecision.COMMIT);
      }
    }
    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "two");
  }

  private CommitDecision writeAfter(CountDownLatch start, String... keys) {
    Rivals.await(start);
    return write(keys);
  }

  private CommitDecision write(String... keys) {
    return commit(
        KEYED,
        transaction -> {
          transaction.results().write(results(keys));
          return CommitDecision.COMMIT;
        });
  }
}
