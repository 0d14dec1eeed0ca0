package io.offsetwise.bootstrap.brokers;

import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The JDK's tool for keys and certificates, and what it leaves. */
final class Keytool {

  /** Of all keystores and keys. */
  static final String PASSWORD = "keystore-password";

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Keytool() {}

  /** Runs it on a keystore; returns what it printed. */
  static byte[] run(Path keystore, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(ThisProgram.java()).resolveSibling("keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", keystore.toString()));
    Process keytool =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] printed = keytool.getInputStream().readAllBytes();
    if (keytool.waitFor() != 0) {
      throw new IOException(command + ": " + new String(printed, StandardCharsets.UTF_8));
    }
    return printed;
  }

  static KeyStore load(Path keystore) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** A file in PEM. */
  static Path pem(Path file, String label, byte[] bytes) throws IOException {
    return Files.writeString(
        file,
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(label, LINES.encodeToString(bytes), label));
  }
}
