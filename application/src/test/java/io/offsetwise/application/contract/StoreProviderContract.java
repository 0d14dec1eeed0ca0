package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StoreProvider} must do: travel to an executor and open the same store there.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class StoreProviderContract<R> extends StoreContract<R> {

  @Test
  void aProviderThatTravelledOpensTheSameStore() throws Exception {
    StoreProvider<R> travelled = travel(store.commits(STREAM));

    try (CommitStore<R> commits = travelled.open()) {
      write(commits, "written over there");
    }

    assertThat(travelled).isEqualTo(store.commits(STREAM));
    assertThat(store.durableResults()).containsExactly("written over there");
  }

  @Test
  void closingOneStoreLeavesTheOthersOpen() {
    StoreProvider<R> provider = store.commits(STREAM);
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
        JOINT,
        transaction -> {
          transaction.results().write(results(key));
          return CommitDecision.COMMIT;
        });
  }

  @SuppressWarnings("unchecked") // what comes out is what went in
  private static <T> T travel(T packed) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(packed);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
