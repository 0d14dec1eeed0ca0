package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.application.fake.Collected;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializedResultsTest {

  /** More than the stream remembers, and than a piece holds; what does not fit lies in a file. */
  @ParameterizedTest
  @ValueSource(longs = {0, 70_000, 1_000_000})
  void comeBackInTheirOrderWhereverTheyWere(long memoryBytes) {
    List<String> all = IntStream.range(0, 20_000).mapToObj(number -> "result " + number).toList();
    try (SerializedResults<String> results = new SerializedResults<>(new HeldBytes(memoryBytes))) {
      all.forEach(results::add);

      assertThat(results).containsExactlyElementsOf(all);
      assertThat(written(results)).as("a commit that was rolled back").isEqualTo(all);
    }
  }

  @Test
  void mayBeNone() {
    try (SerializedResults<String> results = new SerializedResults<>()) {
      assertThat(written(results)).isEmpty();
    }
  }

  /** Found at the first result of any range, not when one is too large for the first time. */
  @Test
  void refuseWhatCannotBeSerialized() {
    try (SerializedResults<Object> results = new SerializedResults<>()) {
      assertThatExceptionOfType(StoppedException.class)
          .isThrownBy(() -> results.add(List.of(new Object())))
          .withMessageContaining("because java.lang.Object is not serializable")
          .withMessageContaining("java.io.Serializable")
          .extracting(StoppedException::reason)
          .isEqualTo(StopReason.IMPOSSIBLE);
    }
  }

  private static List<String> written(SerializedResults<String> results) {
    Collected<String> written = new Collected<>();
    results.writeTo(written.results());
    return written.all();
  }
}
