package io.offsetwise.adapters.storage.offset;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.JobStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestStore;
import io.offsetwise.application.contract.ClaimRegisterContract;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JdbiClaimRegisterTest extends ClaimRegisterContract {

  @AutoClose private final JobStore<TestRow> store = TestStore.in(TestDatabase.create());

  /** Results, resets and gaps; saves of a position alone, and of older versions, say nothing. */
  @Test
  void howFarAStreamHasComeIsTheFurthestOfWhatIsOnRecord() {
    saved("s", 0, 10, "'results'");
    saved("s", 0, 20, "'both'");
    saved("s", 0, 30, "'offsets'");
    saved("s", 0, 40, "NULL");
    saved("s", 1, 50, "'offsets'");
    saved("s", 2, 60, "'results'");
    saved("other", 0, 70, "'results'");
    execute(
        "INSERT INTO offset_reset (stream_name, topic_name, partition_number, after_offset,"
            + " reset_option, reset_by, epoch) VALUES ('s', 'a', 0, 25, 'o', 'me', 1),"
            + " ('s', 'a', 3, 80, 'o', 'me', 1)");
    execute(
        "INSERT INTO offset_gap (stream_name, topic_name, partition_number, start_case,"
            + " stored_offset, resumed_offset, description, epoch)"
            + " VALUES ('s', 'a', 2, 'retention-loss', 60, 90, 'd', 1),"
            + " ('s', 'a', 2, 'partition-missing', 60, NULL, 'd', 1)");

    assertThat(register().reached(new StreamName("s")))
        .isEqualTo(
            Positions.of(Map.of(new TopicPartition("a", 0), 25L, new TopicPartition("a", 2), 90L)));
  }

  private void saved(String stream, int partition, long until, String committed) {
    execute(
        "INSERT INTO offset_history (stream_name, topic_name, partition_number, from_offset,"
            + " until_offset, epoch, committed, guarantee) VALUES ('%s', 'a', %d, 0, %d, 1, %s,"
                .formatted(stream, partition, until, committed)
            + " 'at-least-once')");
  }

  private void execute(String statement) {
    store.database().connections().inTransaction(handle -> handle.execute(statement));
  }

  @Override
  protected ClaimRegister register() {
    return new JdbiClaimRegister(store.database().connections());
  }
}
