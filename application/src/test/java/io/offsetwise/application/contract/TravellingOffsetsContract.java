package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StoreProvider} must do with offsets: travel to an executor and open the same
 * store there. Part of {@link StoreProviderContract}.
 *
 * @param <R> any kind of result
 * @param <F> the eyes that the contract needs
 */
public abstract class TravellingOffsetsContract<R, F extends OffsetsFixture<R>>
    extends OffsetsContract<R, F> {

  @Test
  void aProviderThatTravelledMovesTheSameOffsets() throws Exception {
    Epoch epoch = begun(STREAM);
    StoreProvider<R> travelled = travel(store.commits(STREAM));

    try (CommitStore<R> commits = travelled.open()) {
      move(commits, next(FIRST), epoch);
    }

    assertThat(travelled).isEqualTo(store.commits(STREAM));
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
  }

  @Test
  void closingOneStoreLeavesTheOthersMoving() {
    Epoch epoch = begun(STREAM);
    StoreProvider<R> provider = store.commits(STREAM);
    try (CommitStore<R> second = provider.open()) {
      provider.open().close();

      move(second, next(FIRST), epoch);
    }
    try (CommitStore<R> third = provider.open()) {
      move(third, range(FIRST, START + 10, START + 20), epoch);
    }
    assertThat(positionOf(FIRST)).isEqualTo(START + 20);
  }

  private void move(CommitStore<R> commits, OffsetRange range, Epoch epoch) {
    commits.commit(
        OFFSETS,
        transaction -> {
          assertThat(transaction.offsets().advance(range, ID, epoch)).isTrue();
          return CommitDecision.COMMIT;
        });
  }

  @SuppressWarnings("unchecked") // what comes out is what went in
  static <T> T travel(T packed) throws IOException, ClassNotFoundException {
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
