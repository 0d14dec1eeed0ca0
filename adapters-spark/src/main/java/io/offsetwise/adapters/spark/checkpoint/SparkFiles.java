package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.streaming.Checkpoint;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Spark's own files of one generation. Spark keeps the newest ten and goes on from the newest that
 * it can read.
 *
 * @param folder where they are; it need not exist
 */
record SparkFiles(Path folder) {

  static final String PREFIX = "spark-";

  private static final Pattern OF_GENERATION = Pattern.compile(PREFIX + "(\\d{1,9})");
  private static final Pattern CHECKPOINT = Pattern.compile("checkpoint-\\d+");

  /** The folder as Hadoop wants it: with a scheme, and without any escape. */
  String location() {
    return "file:" + folder;
  }

  /** The checkpoint files, the newest first; backups of replaced ones among them. */
  List<Path> newestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    JavaConverters.seqAsJavaList(Checkpoint.getCheckpointFiles(location(), Option.empty()))
        .forEach(file -> files.add(0, folder.resolve(file.getName())));
    return List.copyOf(files);
  }

  /**
   * The newest file that Spark can read, from which it goes on, and those before it.
   *
   * @return empty when there are no files
   * @throws StoppedException with reason {@code START_REFUSED} when there are files and none can be
   *     read
   */
  Optional<NewestReadable> newestReadable() {
    List<Path> torn = new ArrayList<>();
    for (Path file : newestFirst()) {
      Optional<SparkCheckpoint> content = SparkCheckpoint.read(file);
      if (content.isPresent()) {
        return Optional.of(new NewestReadable(file, content.orElseThrow(), torn));
      }
      torn.add(file);
    }
    if (torn.isEmpty()) {
      return Optional.empty();
    }
    throw StopReason.START_REFUSED.because(
        "none of the %s checkpoint files in %s can be read, the newest is %s: they were probably"
            + " damaged, or written by other code; %s",
        torn.size(), folder, torn.get(0).getFileName(), ProvenanceFile.wayOut(folder));
  }

  /**
   * What Spark goes on from.
   *
   * @param file where it lies
   * @param content of the file
   * @param torn files that Spark passes over before it, the newest first
   */
  record NewestReadable(Path file, SparkCheckpoint content, List<Path> torn) {

    NewestReadable {
      torn = List.copyOf(torn);
    }
  }

  /** When Spark last wrote a checkpoint; empty when there is none. */
  Optional<FileTime> newest() {
    return names(folder)
        .filter(name -> CHECKPOINT.matcher(name).matches())
        .map(name -> folder.resolve(name).toFile().lastModified())
        .max(Comparator.naturalOrder())
        .map(FileTime::fromMillis);
  }

  /** Deletes all of them. */
  void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e, "%s cannot be deleted (%s): permissions are probably missing", folder, e);
    }
  }

  /** The numbers of the generations whose files are in a stream's folder. */
  static List<Integer> generationsIn(Path root) {
    return names(root)
        .map(OF_GENERATION::matcher)
        .filter(Matcher::matches)
        .map(name -> Integer.valueOf(name.group(1)))
        .sorted()
        .toList();
  }

  private static Stream<String> names(Path directory) {
    String[] names = directory.toFile().list();
    return names == null ? Stream.empty() : Stream.of(names);
  }
}
