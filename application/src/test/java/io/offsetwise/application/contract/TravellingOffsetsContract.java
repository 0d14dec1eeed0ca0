package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.OffsetCommits;
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
 * @param <F> the eyes that the contract needs
 */
public abstract class TravellingOffsetsContract<F extends OffsetsFixture>
    extends OffsetsContract<F> {

  @Test
  void aProviderThatTravelledMovesTheSameOffsets() throws Exception {
    Epoch epoch = begun(STREAM);
    StoreProvider<? extends OffsetCommits> travelled = travel(store.commits(STREAM));

    try (OffsetCommits commits = travelled.open()) {
      move(commits, next(FIRST), epoch);
    }

    assertThat(travelled).isEqualTo(store.commits(STREAM));
    assertThat(positionOf(FIRST)).isEqualTo(START + 10);
  }

  @Test
  void closingOneStoreLeavesTheOthersMoving() {
    Epoch epoch = begun(STREAM);
    StoreProvider<? extends OffsetCommits> provider = store.commits(STREAM);
    try (OffsetCommits second = provider.open()) {
      provider.open().close();

      move(second, next(FIRST), epoch);
    }
    try (OffsetCommits third = provider.open()) {
      move(third, range(FIRST, START + 10, START + 20), epoch);
    }
    assertThat(positionOf(FIRST)).isEqualTo(START + 20);
  }

  private void move(OffsetCommits commits, OffsetRange range, Epoch epoch) {
    commits.commitOffsets(
        open -> {
          assertThat(open.advance(range, ID, epoch)).isTrue();
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
