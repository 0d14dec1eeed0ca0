package io.offsetwise.bootstrap.fork;

import io.offsetwise.application.stop.StopReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that comes into being whole or not at all: it is filled beside its place, and moved
 * there at last.
 *
 * @param place where it will be; absolute
 */
record NewFolder(Path place) {

  /** Fills a folder. */
  @FunctionalInterface
  interface Filling {
    /** Is given a folder that is there and empty. */
    void fill(Path folder) throws IOException;
  }

  /**
   * @throws IllegalArgumentException when something is there already
   */
  NewFolder {
    if (Files.exists(place) && !isEmptyFolder(place)) {
      throw new IllegalArgumentException(
          place + " is there and not empty: nothing is overwritten; name another folder");
    }
  }

  /**
   * Makes it.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when it
   *     cannot be written; then nothing is left of it
   */
  void make(Filling filling) {
    try {
      Files.createDirectories(place.getParent());
      Path beside = Files.createTempDirectory(place.getParent(), "." + place.getFileName());
      try {
        filling.fill(beside);
        Files.deleteIfExists(place);
        Files.move(beside, place);
      } finally {
        delete(beside);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw StopReason.UNAVAILABLE.because(
          failure,
          "%s cannot be written (%s): the disk is probably full, or the folder above somebody else's",
          place,
          failure);
    }
  }

  private static boolean isEmptyFolder(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.findFirst().isEmpty();
    } catch (IOException noFolder) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : innermostFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
