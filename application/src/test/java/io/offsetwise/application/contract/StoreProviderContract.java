package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StoreProvider} must do: travel to an executor and open the same store there.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class StoreProviderContract<R> extends TravellingOffsetsContract<StoreFixture<R>> {

  @Test
  void aProviderThatTravelledOpensTheSameStore() throws Exception {
    StoreProvider<CommitStore<R>> travelled = travel(store.commits(STREAM));

    try (CommitStore<R> commits = travelled.open()) {
      write(commits, "written over there");
    }

    assertThat(travelled).isEqualTo(store.commits(STREAM));
    assertThat(store.durableResults()).containsExactly("written over there");
  }

  @Test
  void closingOneStoreLeavesTheOthersOpen() {
    StoreProvider<CommitStore<R>> provider = store.commits(STREAM);
    try (CommitStore<R> second = provider.open()) {
      provider.open().close();

      write(second, "one");
    }
    try (CommitStore<R> third = provider.open()) {
      write(third, "two");
    }
    assertThat(store.durableResults()).containsExactlyInAnyOrder("one", "two");
  }

  private void write(CommitStore<R> commits, String key) {
    commits.commit(
        StoreContract.JOINT,
        transaction -> {
          transaction.results().write(Results.of(store, key));
          return CommitDecision.COMMIT;
        });
  }
}
