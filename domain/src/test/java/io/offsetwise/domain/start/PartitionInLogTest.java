package io.offsetwise.domain.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionInLogTest {

  private static final TopicId ID = new TopicId("id");
  private static final RetainedRange RETAINED = new RetainedRange(20, 100);

  @Test
  void committedRecordsAreReadableUpToTheLastStableOffset() {
    assertThat(new PartitionInLog(ID, RETAINED, OptionalLong.of(70)).readable())
        .isEqualTo(new RetainedRange(20, 70));
    assertThat(new PartitionInLog(ID, RETAINED, OptionalLong.of(20)).readable())
        .as("nothing but an open transaction")
        .isEqualTo(new RetainedRange(20, 20));
  }

  @Test
  void uncommittedRecordsAreReadableUpToTheLogsEnd() {
    assertThat(new PartitionInLog(ID, RETAINED).readable()).isEqualTo(RETAINED);
  }

  @ParameterizedTest
  @ValueSource(longs = {19, 101})
  void theLastStableOffsetLiesInTheLog(long lastStable) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PartitionInLog(ID, RETAINED, OptionalLong.of(lastStable)))
        .withMessageContaining(Long.toString(lastStable));
  }
}
