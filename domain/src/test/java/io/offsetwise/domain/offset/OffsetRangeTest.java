package io.offsetwise.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetRangeTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);

  @ParameterizedTest
  @CsvSource({"-1, 5", "-2, -1", "5, 4"})
  void refusesWhatIsNoRange(long from, long until) {
    assertThatThrownBy(() -> new OffsetRange(PARTITION, from, until))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range [" + from + ", " + until + ") of payments-3 is not a range of offsets");
  }

  @Test
  void refusesNoPartition() {
    assertThatThrownBy(() -> new OffsetRange(null, 0, 1))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("topicPartition");
  }

  @ParameterizedTest
  @CsvSource({"9, false", "10, true", "19, true", "20, false"})
  void containsItsFirstOffsetAndNotItsEnd(long offset, boolean contained) {
    assertThat(new OffsetRange(PARTITION, 10, 20).contains(offset)).isEqualTo(contained);
  }

  @Test
  void countsItsOffsets() {
    assertThat(new OffsetRange(PARTITION, 10, 20).length()).isEqualTo(10);
    assertThat(new OffsetRange(PARTITION, 10, 20).isEmpty()).isFalse();
    assertThat(new OffsetRange(PARTITION, 10, 10).length()).isZero();
    assertThat(new OffsetRange(PARTITION, 10, 10).isEmpty()).isTrue();
    assertThat(new OffsetRange(PARTITION, 10, 10).contains(10)).isFalse();
  }

  @Test
  void liesToAPositionAsContinuitySays() {
    OffsetRange range = new OffsetRange(PARTITION, 10, 20);

    assertThat(range.continuityFrom(10)).isEqualTo(Continuity.IN_ORDER);
    assertThat(range.continuityFrom(20)).isEqualTo(Continuity.ALREADY_APPLIED);
    assertThat(range.continuityFrom(5)).isEqualTo(Continuity.GAP);
  }

  @Test
  void readsAsItIsWritten() {
    assertThat(new OffsetRange(PARTITION, 10, 20)).hasToString("payments-3 [10, 20)");
  }
}
