package io.offsetwise.adapters.storage.offset;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another program changes the rows of a stream: its own history tells. */
class PositionsOnRecordTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);

  @AutoClose private final TestDatabase database = TestDatabase.create();
  private JdbiOffsetStore offsets;

  @BeforeEach
  void begin() {
    offsets = new JdbiOffsetStore(database.connections());
    Epoch epoch = offsets.claim(STREAM).epoch();
    offsets.begin(
        STREAM,
        epoch,
        new StartChange(List.of(row(A0, 0, epoch), row(A1, 5, epoch)), List.of(), List.of()));
  }

  @Test
  void whatTheStreamHasWrittenIsNobodyElses() {
    assertThat(others()).isEmpty();

    saved(A0, 0, 10, "'both'", 1);
    moved(A0, 10);
    saved(A1, 5, 20, "NULL", 1);
    saved(A1, 20, 30, "'results'", 1);
    moved(A1, 20);

    assertThat(others()).isEmpty();
  }

  @Test
  void aPositionThatAnotherProgramHasChangedIsTold() {
    moved(A0, 7);
    saved(A1, 5, 20, "'offsets'", 1);
    moved(A1, 10);

    assertThat(others()).isEqualTo(Map.of(A0, OptionalLong.of(0), A1, OptionalLong.of(20)));
  }

  @Test
  void whatWasDecidedAfterTheLastSaveIsOnRecordToo() {
    saved(A0, 0, 10, "'both'", 1);
    saved(A1, 5, 20, "'both'", 1);
    Epoch epoch = offsets.claim(STREAM).epoch();
    offsets.begin(
        STREAM,
        epoch,
        new StartChange(
            List.of(row(A0, 30, epoch), row(A1, 2, epoch)),
            List.of(),
            List.of(new HarmfulFinding.RetentionLoss(A0, 10, new RetainedRange(30, 40))),
            List.of(new PositionReset(A1, OptionalLong.of(20), 2, "back", "me", epoch))));

    assertThat(others()).isEmpty();

    saved(A1, 2, 4, "'both'", epoch.number());
    moved(A1, 4);
    moved(A0, 10);

    assertThat(others()).isEqualTo(Map.of(A0, OptionalLong.of(30)));
  }

  /** An older version began it, and has saved nothing since. */
  @Test
  void whatNothingIsOnRecordOfIsNotCompared() {
    execute("DELETE FROM offset_start");
    moved(A0, 7);

    assertThat(others()).isEmpty();
  }

  private Map<TopicPartition, OptionalLong> others() {
    return offsets.setByOthers(STREAM);
  }

  private static StoredPosition row(TopicPartition partition, long next, Epoch epoch) {
    return new StoredPosition(partition, next, new TopicId("id"), epoch);
  }

  private void moved(TopicPartition partition, long next) {
    execute(
        "UPDATE stream_offset SET next_offset = "
            + next
            + " WHERE partition_number = "
            + partition.partition());
  }

  private void saved(
      TopicPartition partition, long from, long until, String committed, long epoch) {
    execute(
        "INSERT INTO offset_history (stream_name, topic_name, partition_number, from_offset,"
            + " until_offset, epoch, committed, guarantee) VALUES ('wallet', 'a', %d, %d, %d, %d, %s,"
                .formatted(partition.partition(), from, until, epoch, committed)
            + " 'at-least-once')");
  }

  private void execute(String statement) {
    database.connections().inTransaction(handle -> handle.execute(statement));
  }
}
