package io.offsetwise.adapters.storage.local;

import io.offsetwise.application.shared.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a local PostgreSQL.
 *
 * @param root its folder
 */
record PostgresFolder(Path root) {

  /** Its data: what {@code initdb} makes. */
  Path data() {
    return root.resolve("data");
  }

  /** Where its programs are unpacked. */
  Path programs() {
    return root.resolve("programs");
  }

  PasswordFile password() {
    return PasswordFile.in(root);
  }

  Postmaster postmaster() {
    return new Postmaster(data());
  }

  /** Says that the data are whole. */
  void markMade() {
    try {
      new AtomicFile(made()).write(new byte[0]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Removes data that were being made when somebody was killed: nobody has used them yet. */
  void removeHalfMade() throws IOException {
    if (Files.exists(data()) && Files.notExists(made())) {
      try (Stream<Path> files = Files.walk(data())) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }

  private Path made() {
    return root.resolve("made");
  }
}
