package io.offsetwise.bootstrap.distribution;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of a package.
 *
 * @param name its path in the package, with {@code /} between folders
 * @param mode its permissions, as Unix has them
 * @param content its bytes
 */
record PackagedFile(String name, int mode, FileContent content) {

  private static final int READABLE = 0644;
  private static final int EXECUTABLE = 0755;

  PackagedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  /** A copy of a file that everybody may read. */
  static PackagedFile copy(String name, Path file) {
    return new PackagedFile(name, READABLE, new FileContent.Copied(file));
  }

  /** A copy of a program that everybody may run. */
  static PackagedFile program(String name, Path file) {
    return new PackagedFile(name, EXECUTABLE, new FileContent.Copied(file));
  }

  /** A text that everybody may read. */
  static PackagedFile text(String name, String text) {
    return new PackagedFile(name, READABLE, new FileContent.Written(text));
  }
}
