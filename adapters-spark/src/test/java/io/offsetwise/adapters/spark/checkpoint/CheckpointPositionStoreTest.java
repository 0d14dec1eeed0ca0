package io.offsetwise.adapters.spark.checkpoint;

import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.FIRST;
import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.NAME;
import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointPositionStoreTest {

  @TempDir private Path dir;

  @Test
  void nothingIsTouchedBeforeAClaim() {
    try (StreamInFolder stream = StreamInFolder.below(dir.resolve("none"))) {
      assertThat(stream.nextOffsets()).isEmpty();
      assertThat(dir.resolve("none")).doesNotExist();
    }
  }

  @Test
  void whatIsWrittenIsReadWithoutTheLock() {
    try (StreamInFolder stream = StreamInFolder.below(dir);
        StreamInFolder reader = StreamInFolder.below(dir)) {
      Epoch epoch = stream.begunAt(100, 0);

      assertThat(reader.nextOffsets()).containsEntry(FIRST, 100L).containsEntry(SECOND, 0L);
      assertThat(reader.store().positions(NAME).get(FIRST).epoch()).isEqualTo(epoch);
    }
  }

  @Test
  void onlyItsOwnerMayLookIntoTheFolder() throws IOException {
    try (StreamInFolder stream = StreamInFolder.below(dir.resolve("new"))) {
      Files.createDirectories(
          stream.folder().root(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxr-x")));

      stream.claim();

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stream.path(""))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aSecondDriverIsKeptOutUntilTheFirstHasGone() {
    try (StreamInFolder second = StreamInFolder.below(dir)) {
      try (StreamInFolder first = StreamInFolder.below(dir)) {
        first.claim();
        assertThat(first.claim()).isEqualTo(new Epoch(2));

        assertThatThrownBy(second::claim)
            .isInstanceOfSatisfying(
                StoppedException.class,
                stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
            .hasMessageContaining(first.folder().root() + " is in use: another driver");
      }
      assertThat(second.claim()).isEqualTo(new Epoch(3));
    }
  }

  @Test
  void aDriverWhoseLockWasBrokenWritesNothing() {
    try (StreamInFolder stream = StreamInFolder.below(dir)) {
      Epoch former = stream.begunAt(100, 0);
      Epoch latter = stream.claim();

      assertThatThrownBy(() -> stream.store().write(NAME, former, List.of(), List.of(FIRST)))
          .isInstanceOfSatisfying(
              StoppedException.class,
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.FENCED));
      assertThatThrownBy(() -> stream.store().reclaim(NAME, former))
          .extracting("reason")
          .isEqualTo(StopReason.FENCED);
      stream.store().write(NAME, latter, List.of(), List.of(FIRST));
      assertThat(stream.nextOffsets()).containsOnlyKeys(SECOND);
    }
  }

  @Test
  void positionsArePlainJson() throws IOException {
    try (StreamInFolder stream = StreamInFolder.below(dir)) {
      stream.begunAt(100, 7);

      JsonNode read = new ObjectMapper().readTree(stream.path("positions.json").toFile());

      assertThat(read.get("stream").asText()).isEqualTo(NAME.value());
      assertThat(read.get("positions").get(0).get("topic").asText()).isEqualTo("a");
      assertThat(read.get("positions").get(0).get("nextOffset").asLong()).isEqualTo(100);
      assertThat(read.get("positions").get(1).get("nextOffset").asLong()).isEqualTo(7);
    }
  }

  @Test
  void positionsOfAnotherFormAreRefused() throws IOException {
    try (StreamInFolder stream = StreamInFolder.below(dir)) {
      stream.begunAt(100, 0);
      String json = Files.readString(stream.path("positions.json"));
      Files.writeString(
          stream.path("positions.json"), json.replace("\"format\" : 1", "\"format\" : 2"));

      assertThatThrownBy(stream::claim)
          .isInstanceOfSatisfying(
              StoppedException.class,
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.SCHEMA_VERSION))
          .hasMessageContaining("has form 2 and this version works with form 1");
    }
  }

  /** Cut short, or edited so that nobody can tell which of two values was meant. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"format\" : 1,", "{\"format\" : 1, \"format\" : 1}"})
  void damagedPositionsAreRefused(String content) throws IOException {
    try (StreamInFolder stream = StreamInFolder.below(dir)) {
      stream.begunAt(100, 0);
      Files.writeString(stream.path("positions.json"), content);

      assertThatThrownBy(stream::claim)
          .isInstanceOfSatisfying(
              StoppedException.class,
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.START_REFUSED))
          .hasMessageContaining("positions.json does not hold what this program wrote");
    }
  }

  /** A directory in place of the file: it fails for everybody, root included. */
  @Test
  void positionsThatCannotBeWrittenStopTheStream() throws IOException {
    try (StreamInFolder stream = StreamInFolder.below(dir)) {
      Epoch epoch = stream.begunAt(100, 0);
      Files.createDirectory(stream.path("positions.json.written"));

      assertThatThrownBy(() -> stream.store().write(NAME, epoch, List.of(), List.of(FIRST)))
          .isInstanceOfSatisfying(
              StoppedException.class,
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
          .hasMessageContaining("positions.json cannot be written");
      assertThat(stream.nextOffsets()).containsEntry(FIRST, 100L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "../../etc", "a/b", "*", "plain.job-1_x"})
  void everyStreamHasAFolderBelowTheOneOfTheSettings(String name) {
    Path root = new CheckpointFolder(dir, new StreamName(name)).root();

    assertThat(root.getParent()).isEqualTo(dir.toAbsolutePath());
    assertThat(root).isEqualTo(root.normalize());
  }
}
