package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.bootstrap.secret.PlainFile;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stream's checkpoint as it lies on the disk.
 *
 * @param dir folder of all checkpoints
 * @param stream the stream
 */
public record CheckpointContents(Path dir, StreamName stream) {

  /** Of a program that was told of no other folder. */
  public static CheckpointContents standardIn(Path workingDirectory, StreamName stream) {
    return new CheckpointContents(
        workingDirectory.resolve(".offsetwise").resolve("checkpoint"), stream);
  }

  public Path folder() {
    return dir.resolve(stream.value());
  }

  /** Spark's checkpoints of a generation, the newest last. */
  public List<Path> files(int generation) {
    Path folder = folder().resolve("spark-" + generation);
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("checkpoint-\\d+"))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the JSON beside them says. */
  public Positions positions() {
    try (CheckpointPositionStore store = new CheckpointPositionStore(dir)) {
      return Positions.of(
          store.positions(stream).values().stream()
              .collect(
                  Collectors.toMap(StoredPosition::topicPartition, StoredPosition::nextOffset)));
    }
  }

  /** All files in the folder, as far as they are compressed as Spark does it, decompressed. */
  public List<String> plainTexts() throws IOException {
    return PlainFile.allIn(folder());
  }
}
