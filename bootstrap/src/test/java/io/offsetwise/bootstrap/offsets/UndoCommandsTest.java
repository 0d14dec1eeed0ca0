package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PlannedReset;
import io.offsetwise.domain.reset.ResettablePartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UndoCommandsTest {

  @Test
  void partitionsOfOneOldPositionShareACommand() {
    assertThat(
            new UndoCommands(List.of("--config=my file", "-Djob.name=wallet"))
                .of(
                    List.of(
                        reset("a", 0, OptionalLong.of(7), 3),
                        reset("a", 1, OptionalLong.of(7), 3),
                        reset("a", 2, OptionalLong.of(9), 3),
                        reset("a", 3, OptionalLong.of(3), 3),
                        reset("a", 4, OptionalLong.empty(), 3),
                        reset("b", 0, OptionalLong.of(7), 3))))
        .containsExactly(
            "bin/offsetwise offsets reset '--config=my file' -Djob.name=wallet --topic a:0,1"
                + " --to-offset 7 --execute",
            "bin/offsetwise offsets reset '--config=my file' -Djob.name=wallet --topic a:2"
                + " --to-offset 9 --execute",
            "bin/offsetwise offsets reset '--config=my file' -Djob.name=wallet --topic b:0"
                + " --to-offset 7 --execute");
  }

  private static PlannedReset reset(String topic, int number, OptionalLong before, long after) {
    TopicPartition partition = new TopicPartition(topic, number);
    TopicId id = new TopicId("id");
    Optional<StoredPosition> stored =
        before.isPresent()
            ? Optional.of(new StoredPosition(partition, before.getAsLong(), id, new Epoch(1)))
            : Optional.empty();
    return new PlannedReset(
        new ResettablePartition(
            partition,
            stored,
            new PartitionInLog(id, new RetainedRange(0, 100)),
            OptionalLong.empty()),
        after,
        after);
  }
}
