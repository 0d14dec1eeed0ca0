package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The data folder of one run. Two runs never share one.
 *
 * @param path absolute
 * @param fate what becomes of it in the end
 * @param notices takes a line for people
 */
public record ProofFolder(Path path, DataFate fate, Consumer<String> notices)
    implements AutoCloseable {

  /**
   * A new folder below {@code parent}.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when that is not possible
   */
  static ProofFolder below(Path parent, DataFate fate, Consumer<String> notices) {
    try {
      Files.createDirectories(parent);
      Path path = Files.createTempDirectory(parent.toAbsolutePath().normalize(), "data-");
      Files.createDirectories(path.resolve("tmp"));
      return new ProofFolder(path, fate, notices);
    } catch (IOException notWritable) {
      throw StopReason.UNAVAILABLE.because(
          notWritable,
          "the laboratory cannot work in %s (%s): it is probably a file, or belongs to somebody"
              + " else; name another folder with --report",
          parent,
          notWritable);
    }
  }

  /** Temporary files of the processes. */
  Path temporary() {
    return path.resolve("tmp");
  }

  /** The files of one stream's job. */
  public Path of(StreamName stream) {
    try {
      return Files.createDirectories(path.resolve("cells").resolve(stream.value()));
    } catch (IOException notWritable) {
      throw StopReason.UNAVAILABLE.because(
          notWritable, "%s cannot be written: %s", path, notWritable);
    }
  }

  @Override
  public void close() {
    switch (fate) {
      case DELETED -> delete();
      case KEPT -> notices.accept("the data of the run are kept in " + path);
    }
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException inUse) {
      notices.accept("the data of the run could not be deleted (" + inUse + "): " + path);
    }
  }
}
