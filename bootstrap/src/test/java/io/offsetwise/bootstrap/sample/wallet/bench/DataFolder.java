package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.settings.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The data folder of the local services of one benchmark.
 *
 * @param path the folder
 * @param database which kind runs in it
 */
record DataFolder(Path path, LocalDatabaseKind database) {

  /** A folder of its own that goes, with the services over it, when this JVM ends by any signal. */
  static DataFolder temporary(LocalDatabaseKind database) throws IOException {
    DataFolder folder = new DataFolder(Files.createTempDirectory("offsetwise-benchmark"), database);
    Runtime.getRuntime().addShutdownHook(new Thread(folder::remove));
    return folder;
  }

  LocalServices services(Consumer<String> notices) {
    return new LocalServices(
        path,
        new LocalSettings(
            database, 0, 0, Workload.PARTITIONS, Duration.ofSeconds(60), Duration.ofSeconds(20)),
        notices);
  }

  private void remove() {
    try {
      services(notice -> {}).stop();
      for (Path file : deepestFirst()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
