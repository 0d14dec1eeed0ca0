package io.offsetwise.adapters.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.driver.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one of Spark's files says of the batches that a recovery will run. */
class SparkCheckpointTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  @TempDir private Path dir;

  @Test
  void aFileIsReadAsSparkWroteIt() throws IOException {
    Path file =
        Files.write(
            dir.resolve("checkpoint-1100"),
            WrittenCheckpoint.of(SPARK.context(), 1100, 1100, 1200));

    assertThat(SparkCheckpoint.read(file))
        .hasValue(
            new SparkCheckpoint(
                1100, WrittenCheckpoint.INTERVAL, new TreeSet<>(Set.of(1100L, 1200L))));
  }

  @Test
  void whatIsTornCannotBeRead() throws IOException {
    byte[] whole = WrittenCheckpoint.of(SPARK.context(), 1100);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    assertThat(SparkCheckpoint.read(Files.write(dir.resolve("checkpoint-1"), half))).isEmpty();
  }

  @Test
  void batchesThatAreAllKnownOrAllPlannedAnewComeInOrder() {
    assertThat(ofTime1000(Set.of()).goesOnInOrder()).isTrue();
    assertThat(ofTime1000(Set.of(900L)).goesOnInOrder()).isTrue();
    assertThat(ofTime1000(Set.of(1000L)).goesOnInOrder()).isTrue();
    assertThat(ofTime1000(Set.of(900L, 1000L, 1100L)).goesOnInOrder()).isTrue();
  }

  @Test
  void oneThatIsPlannedAnewBeforeAKnownOneDoesNot() {
    assertThat(ofTime1000(Set.of(1100L)).goesOnInOrder()).isFalse();
    assertThat(ofTime1000(Set.of(900L, 1100L)).goesOnInOrder()).isFalse();
    assertThat(ofTime1000(Set.of(1000L, 1200L)).goesOnInOrder()).isFalse();
  }

  private static SparkCheckpoint ofTime1000(Set<Long> planned) {
    return new SparkCheckpoint(1000, WrittenCheckpoint.INTERVAL, new TreeSet<>(planned));
  }
}
