package io.offsetwise.bootstrap.brokers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * A certificate of 127.0.0.1 and its key.
 *
 * @param keystore a PKCS12 file with both
 */
public record Certificate(Path keystore) {

  static final String ALIAS = "server";

  /** The certificate alone, as a PEM file. */
  public Path pem() throws IOException, GeneralSecurityException {
    return Keytool.pem(
        beside("crt"), "CERTIFICATE", Keytool.load(keystore).getCertificate(ALIAS).getEncoded());
  }

  /** The key alone, as a PEM file that nobody else may read. */
  public Path key() throws IOException, GeneralSecurityException {
    byte[] key = Keytool.load(keystore).getKey(ALIAS, Keytool.PASSWORD.toCharArray()).getEncoded();
    return Files.setPosixFilePermissions(
        Keytool.pem(beside("key"), "PRIVATE KEY", key),
        PosixFilePermissions.fromString("rw-------"));
  }

  private Path beside(String ending) {
    return keystore.resolveSibling(keystore.getFileName() + "." + ending);
  }
}
