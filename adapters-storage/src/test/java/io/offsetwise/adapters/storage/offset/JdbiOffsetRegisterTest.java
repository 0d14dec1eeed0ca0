package io.offsetwise.adapters.storage.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.offsetwise.adapters.storage.fixture.JobStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestStore;
import io.offsetwise.application.resume.OffsetRegister;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JdbiOffsetRegisterTest {

  private static final StreamName STREAM = new StreamName("s");
  private static final StreamName OTHER = new StreamName("other");
  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final Epoch EPOCH = new Epoch(3);

  @AutoClose private final JobStore<TestRow> store = TestStore.in(TestDatabase.create());
  private final OffsetRegister register = new JdbiOffsetRegister(store.database().connections());

  @Test
  void keepsWhereAStreamBeganAndWhatWasAccepted() {
    register.enter(
        STREAM,
        EPOCH,
        List.of(start(A1, 4), start(A0, 7)),
        List.of(new HarmfulFinding.PositionLost(A0, 7, 9)),
        List.of(new PositionReset(A1, OptionalLong.of(4), 2, "--to-offset 2", "me", EPOCH)));

    assertThat(register.starts(STREAM)).containsExactly(start(A0, 7), start(A1, 4));
    assertThat(store.gaps(STREAM))
        .extracting(AcceptedGap::partition, gap -> gap.resumed().orElseThrow())
        .containsExactly(tuple(A0, 9L));
    assertThat(store.resets(STREAM)).extracting(PositionReset::after).containsExactly(2L);
    assertThat(register.starts(OTHER)).isEmpty();
  }

  private static StoredPosition start(TopicPartition partition, long offset) {
    return new StoredPosition(partition, offset, new TopicId("id"), EPOCH);
  }
}
