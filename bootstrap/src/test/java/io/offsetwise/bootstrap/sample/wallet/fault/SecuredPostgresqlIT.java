package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.bootstrap.brokers.Certificate;
import io.offsetwise.bootstrap.brokers.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Results and offsets in a PostgreSQL that speaks TLS alone, whose certificate the job checks. */
@Tag("full")
@Timeout(120)
class SecuredPostgresqlIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final int PAYMENTS = 20;
  private static final int UNAVAILABLE = 4;

  @TempDir private Path folder;

  @Test
  void theJobRunsOverTls() throws Exception {
    CertificateAuthority authority = CertificateAuthority.in(folder);
    try (LocalDatabase server = start(authority.valid())) {
      PaymentTopic topic = SERVICES.filledTopic("over-tls", 1, PAYMENTS);
      JdbcSettings verified = over(server, "verify-full", authority);

      SERVICES.on(verified, SERVICES.job(topic)).untilCaughtUp();

      assertThat(StoredStream.in(verified, topic).ledger())
          .isEqualTo(Places.of("over-tls-0", 0, PAYMENTS).asList());
      Stop withoutTls =
          SERVICES.on(over(server, "disable", authority), SERVICES.job(topic)).stopped();
      assertThat(withoutTls.exitCode()).as(withoutTls.message()).isEqualTo(UNAVAILABLE);
      assertThat(withoutTls.message()).contains("pg_hba.conf", "sslmode");
    }
  }

  @Test
  void aCertificateThatHasExpiredIsNamed() throws Exception {
    CertificateAuthority authority = CertificateAuthority.in(folder);
    try (LocalDatabase server = start(authority.expired())) {
      requireNotTrusted(server, authority, "validity check failed");
    }
  }

  @Test
  void aCertificateOfAnUnknownIssuerIsNamed() throws Exception {
    CertificateAuthority other = CertificateAuthority.in(folder.resolve("other"));
    try (LocalDatabase server = start(CertificateAuthority.in(folder).valid())) {
      requireNotTrusted(server, other, "PKIX");
    }
  }

  private static void requireNotTrusted(
      LocalDatabase server, CertificateAuthority trusted, String words) throws Exception {
    PaymentTopic topic = SERVICES.topic("not-trusted-" + words.length(), 1);
    Stop stop = SERVICES.on(over(server, "verify-full", trusted), SERVICES.job(topic)).stopped();

    assertThat(stop.exitCode()).as(stop.message()).isEqualTo(UNAVAILABLE);
    assertThat(stop.message())
        .contains("(SSL error: ", words, "do not agree on TLS", "sslmode", "sslrootcert");
  }

  /** The program's own server, told to take nothing but TLS. */
  private LocalDatabase start(Certificate certificate) throws Exception {
    Path data = folder.resolve("server");
    FaultDatabase.startPostgresql(data, 0).close();
    append(
        data.resolve("data/postgresql.conf"),
        "ssl = on%nssl_cert_file = '%s'%nssl_key_file = '%s'%n"
            .formatted(certificate.pem(), certificate.key()));
    Path access = data.resolve("data/pg_hba.conf");
    Files.writeString(access, Files.readString(access).replaceAll("(?m)^host(\\s)", "hostssl$1"));
    LocalDatabase server = FaultDatabase.startPostgresql(data, 0);
    FaultDatabase.of(server);
    return server;
  }

  private static void append(Path file, String lines) throws IOException {
    Files.writeString(file, lines, StandardOpenOption.APPEND);
  }

  private static JdbcSettings over(LocalDatabase server, String mode, CertificateAuthority trusted)
      throws Exception {
    JdbcSettings client = server.client();
    return client.withUrl(
        client.url()
            + (client.url().contains("?") ? "&" : "?")
            + "sslmode="
            + mode
            + "&sslrootcert="
            + trusted.trusted());
  }
}
