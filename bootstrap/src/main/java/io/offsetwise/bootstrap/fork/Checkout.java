package io.offsetwise.bootstrap.fork;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sources that this program was built from.
 *
 * @param root the folder of its README
 */
record Checkout(Path root) {

  /** Made by builds and by runs, wherever they lie. */
  private static final Set<String> NOT_SOURCES = Set.of("target", ".offsetwise");

  /** What there is besides modules; whatever else lies at the top is somebody's own. */
  private static final Set<String> AT_THE_TOP =
      Set.of(
          ".ci",
          ".editorconfig",
          ".gitignore",
          ".mvn",
          "bin",
          "docs",
          "pom.xml",
          "LICENSE",
          "NOTICE",
          "README.md",
          "CONTRIBUTING.md",
          "CHANGELOG.md");

  /**
   * The one that this process was built in.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     its jar lies in none
   */
  static Checkout ofThisProcess() {
    return above(ThisProgram.folder());
  }

  /** The same for a folder of jars or classes. */
  static Checkout above(Path folder) {
    return Stream.iterate(folder, above -> above != null, Path::getParent)
        .filter(above -> Files.isRegularFile(above.resolve("bin").resolve("offsetwise")))
        .filter(above -> Files.isRegularFile(above.resolve("pom.xml")))
        .findFirst()
        .map(Checkout::new)
        .orElseThrow(
            () ->
                StopReason.UNAVAILABLE.because(
                    "there is no checkout above %s: a project is made of the sources, and this is"
                        + " probably an unpacked package; run `bin/offsetwise new` in a checkout",
                    folder));
  }

  /**
   * Refuses a folder that would be a part of it.
   *
   * @param folder absolute
   * @throws IllegalArgumentException which says so
   */
  void requireOutside(Path folder) {
    if (folder.startsWith(root)) {
      throw new IllegalArgumentException(
          folder + " lies in the checkout and would be a part of it; name a folder beside it");
    }
  }

  /** Where it keeps what is made for projects alone. */
  Path templates() {
    return root.resolve("bootstrap/src/main/fork");
  }

  /** All its files, relative, in order. */
  List<Path> files() {
    return filesBelow(root).stream().filter(this::isOfTheProgram).toList();
  }

  private boolean isOfTheProgram(Path file) {
    Path top = file.getName(0);
    return AT_THE_TOP.contains(top.toString())
        || Files.isRegularFile(root.resolve(top).resolve("pom.xml"));
  }

  /** The files below a folder, relative to it, in order. */
  static List<Path> filesBelow(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Sources(folder, files));
    } catch (IOException notReadable) {
      throw new UncheckedIOException(notReadable);
    }
    files.sort(null);
    return files;
  }

  /** Collects what builds and runs have not made. */
  private static final class Sources extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<Path> found;

    Sources(Path folder, List<Path> found) {
      this.folder = folder;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
      return NOT_SOURCES.contains(each.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        found.add(folder.relativize(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
