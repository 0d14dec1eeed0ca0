package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.offsetwise.application.save.ResultWriter} must do with many results, and
 * with the same results twice.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class ResultWriterContract<R> extends StoreContract<R> {

  private static final int MANY = 20_000;

  @Test
  void everyResultOfALongIteratorIsWrittenOnce() {
    write(Results.of(store, IntStream.range(0, MANY).mapToObj(number -> "result-" + number)));

    assertThat(store.durableResults()).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void resultsAreWrittenWhileTheyAreReadAndNotKept() {
    HeldResults held = new HeldResults();

    write(held);

    assertThat(held.heldAtTheEnd)
        .as("results in memory when %s had been read", MANY)
        .isLessThan(MANY / 2);
  }

  @Test
  void appendedResultsShowAsOftenAsTheyWereWritten() {
    write(results("one", "two"));
    write(results("one"));

    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "one", "two");
  }

  private void write(Iterator<R> results) {
    commit(
        Commit.of(SaveStep.RESULTS),
        transaction -> {
          transaction.results().write(results);
          return CommitDecision.COMMIT;
        });
  }

  /** Makes results and, at its end, counts those that somebody still holds. */
  private final class HeldResults implements Iterator<R> {

    private final List<WeakReference<R>> made = new ArrayList<>(MANY);
    private long heldAtTheEnd;

    @Override
    public boolean hasNext() {
      boolean more = made.size() < MANY;
      if (!more && heldAtTheEnd == 0) {
        System.gc();
        heldAtTheEnd = made.stream().filter(result -> !result.refersTo(null)).count();
      }
      return more;
    }

    @Override
    public R next() {
      R result = store.result("result-" + made.size());
      made.add(new WeakReference<>(result));
      return result;
    }
  }
}
