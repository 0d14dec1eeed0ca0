package io.offsetwise.bootstrap.sample.wallet.kill;

import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.io.CompressionCodec;
import org.apache.spark.io.CompressionCodec$;

/**
 * A stream's checkpoint as it lies on the disk.
 *
 * @param dir folder of all checkpoints
 * @param stream the stream
 */
record CheckpointContents(Path dir, StreamName stream) {

  /** Of a program that was told of no other folder. */
  static CheckpointContents standardIn(Path workingDirectory, StreamName stream) {
    return new CheckpointContents(
        workingDirectory.resolve(".offsetwise").resolve("checkpoint"), stream);
  }

  Path folder() {
    return dir.resolve(stream.value());
  }

  /** Spark's checkpoints of a generation, the newest last. */
  List<Path> files(int generation) {
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
  Positions positions() {
    try (CheckpointPositionStore store = new CheckpointPositionStore(dir)) {
      return Positions.of(
          store.positions(stream).values().stream()
              .collect(
                  Collectors.toMap(StoredPosition::topicPartition, StoredPosition::nextOffset)));
    }
  }

  /** All files in the folder, as far as they are compressed as Spark does it, decompressed. */
  List<String> plainTexts() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files.filter(Files::isRegularFile).map(CheckpointContents::plainText).toList();
    }
  }

  private static String plainText(Path file) {
    try {
      return file.getFileName().toString().startsWith("checkpoint-")
          ? decompressed(file)
          : Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String decompressed(Path file) throws IOException {
    CompressionCodec codec = CompressionCodec$.MODULE$.createCodec(new SparkConf(false));
    try (InputStream in = codec.compressedInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
