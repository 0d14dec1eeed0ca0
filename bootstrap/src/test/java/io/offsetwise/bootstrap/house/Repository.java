package io.offsetwise.bootstrap.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the sources of this build lie. */
final class Repository {

  private Repository() {}

  /**
   * The folder of the root pom, found upwards from the working directory, so that an editor can run
   * the tests too.
   */
  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no .mvn folder above the working directory"));
  }
}
