package io.offsetwise.adapters.storage.local;

import io.offsetwise.application.stop.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of a local database, made at its first start. Every user of a machine reaches its
 * loopback, and whoever is an administrator of an H2 database can run code in its server.
 *
 * @param path the file, in the database's folder
 */
record PasswordFile(Path path) {

  private static final int BYTES = 24;

  void createIfMissing() {
    try {
      Files.createDirectories(path.getParent());
      if (Files.notExists(path)) {
        create();
      }
    } catch (IOException failure) {
      throw StopReason.UNAVAILABLE.because(
          failure,
          "folder %s of the local database cannot be written (%s): it probably belongs to another"
              + " user, or the disk is full; choose another data folder",
          path.getParent(),
          failure.getClass().getSimpleName());
    }
  }

  private void create() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    // A temporary file is readable for its owner alone, and the move is all or nothing.
    Path complete = Files.createTempFile(path.getParent(), "password", ".new");
    Files.writeString(complete, HexFormat.of().formatHex(random));
    Files.move(complete, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
