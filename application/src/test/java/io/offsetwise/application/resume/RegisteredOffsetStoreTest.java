package io.offsetwise.application.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetRegister;
import io.offsetwise.application.fake.FakePositionStore;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredOffsetStoreTest {

  private static final StreamName STREAM = new StreamName("s");
  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final TopicId ID = new TopicId("id");
  private static final Epoch FIRST = new Epoch(1);

  private final FakeDatabase place = new FakeDatabase();
  private final FakeDatabase database = new FakeDatabase();
  private final FakePositionStore positions = new FakePositionStore(place);
  private final OffsetStore store =
      new RegisteredOffsetStore(positions, new FakeOffsetRegister(database));

  @Test
  void aFirstPositionIsEnteredAndAMovedOneIsNot() {
    store.claim(STREAM);
    store.begin(STREAM, FIRST, writing(at(A0, 5)));
    store.begin(STREAM, FIRST, writing(at(A0, 7), at(A1, 0)));

    assertThat(store.positions(STREAM)).containsEntry(A0, at(A0, 7)).containsEntry(A1, at(A1, 0));
    assertThat(store.starts(STREAM)).containsExactly(at(A0, 5), at(A1, 0));
  }

  @Test
  void acceptedGapsAreEntered() {
    store.claim(STREAM);
    store.begin(
        STREAM,
        FIRST,
        new StartChange(List.of(), List.of(), List.of(new HarmfulFinding.PartitionMissing(A0, 3))));

    assertThat(database.gaps(STREAM)).hasSize(1);
  }

  @Test
  void aPositionThatTheRegisterDoesNotKnowIsEnteredWhenItIsWrittenAgain() {
    positions.claim(STREAM);
    positions.write(STREAM, FIRST, List.of(at(A0, 5)), List.of());

    store.begin(STREAM, FIRST, writing(at(A0, 5)));
    store.begin(STREAM, FIRST, writing(at(A0, 5)));

    assertThat(store.starts(STREAM)).containsExactly(at(A0, 5));
  }

  @Test
  void aStartUnderAnOlderClaimEntersNothing() {
    store.claim(STREAM);
    store.claim(STREAM);

    assertThatThrownBy(() -> store.begin(STREAM, FIRST, writing(at(A0, 5))))
        .isInstanceOf(StoppedException.class);
    assertThat(store.starts(STREAM)).isEmpty();
  }

  private static StartChange writing(StoredPosition... rows) {
    return new StartChange(List.of(rows), List.of(), List.of());
  }

  private static StoredPosition at(TopicPartition partition, long offset) {
    return new StoredPosition(partition, offset, ID, FIRST);
  }
}
