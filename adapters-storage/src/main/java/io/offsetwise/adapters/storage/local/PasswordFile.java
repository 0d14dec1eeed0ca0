package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.application.shared.AtomicFile;
import io.offsetwise.application.stop.StopReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of a local database, made at its first start. Every user of a machine reaches its
 * loopback, and whoever is an administrator of a database can run code in its server.
 *
 * @param path the file, in the database's folder
 */
record PasswordFile(Path path) {

  private static final int BYTES = 24;

  /** The folder: programs of PostgreSQL, which everybody may write, are unpacked in it. */
  private static final FileAttribute<?> FOR_ITS_OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final FileAttribute<?> FILE_FOR_ITS_OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  static PasswordFile in(Path folder) {
    return new PasswordFile(folder.resolve("password"));
  }

  /** What travels instead of the password. */
  SecretReference reference() {
    return new SecretReference.SecretFile(path.toString());
  }

  void createIfMissing() {
    try {
      Files.createDirectories(path.getParent(), FOR_ITS_OWNER_ALONE);
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
    byte[] text = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
    new AtomicFile(path).write(out -> out.write(text), FILE_FOR_ITS_OWNER_ALONE);
  }
}
