package io.offsetwise.bootstrap.brokers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/**
 * Issues certificates of 127.0.0.1.
 *
 * @param keystore its own
 */
public record CertificateAuthority(Path keystore) {

  private static final String ALIAS = "authority";

  /** One that nobody knows yet, with its files in a folder. */
  public static CertificateAuthority in(Path folder) throws IOException, InterruptedException {
    Path keystore = Files.createDirectories(folder).resolve("authority.p12");
    Keytool.run(
        keystore,
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "RSA",
        "-dname",
        "CN=authority",
        "-ext",
        "bc:c=ca:true",
        "-validity",
        "100",
        "-startdate",
        "-50d");
    return new CertificateAuthority(keystore);
  }

  /** One that is good today. */
  public Certificate valid() throws Exception {
    return issue("valid", "-1d");
  }

  /** One that expired a while ago. */
  public Certificate expired() throws Exception {
    return issue("expired", "-30d");
  }

  /** What clients trust, as a PEM file. */
  public Path trusted() throws IOException, GeneralSecurityException {
    return Keytool.pem(
        keystore.resolveSibling("authority.pem"),
        "CERTIFICATE",
        Keytool.load(keystore).getCertificate(ALIAS).getEncoded());
  }

  /** Lasts ten days. */
  private Certificate issue(String name, String begin) throws Exception {
    Path request = keystore.resolveSibling(name + ".request");
    Path asked = keystore.resolveSibling(name + ".p12");
    Keytool.run(
        asked,
        "-genkeypair",
        "-alias",
        Certificate.ALIAS,
        "-keyalg",
        "RSA",
        "-dname",
        "CN=127.0.0.1");
    Files.write(request, Keytool.run(asked, "-certreq", "-alias", Certificate.ALIAS));
    byte[] issued =
        Keytool.run(
            keystore,
            "-gencert",
            "-alias",
            ALIAS,
            "-infile",
            request.toString(),
            "-ext",
            "SAN=ip:127.0.0.1",
            "-startdate",
            begin,
            "-validity",
            "10");
    take(asked, issued);
    return new Certificate(asked);
  }

  private static void take(Path keystore, byte[] issued)
      throws IOException, GeneralSecurityException {
    char[] password = Keytool.PASSWORD.toCharArray();
    KeyStore store = Keytool.load(keystore);
    store.setKeyEntry(
        Certificate.ALIAS,
        store.getKey(Certificate.ALIAS, password),
        password,
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(issued))
            .toArray(java.security.cert.Certificate[]::new));
    try (OutputStream out = Files.newOutputStream(keystore)) {
      store.store(out, password);
    }
  }
}
