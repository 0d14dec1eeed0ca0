package io.offsetwise.bootstrap.brokers;

import io.offsetwise.adapters.kafka.local.LoopbackPort;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker that takes logins over TLS and lets nobody do what no ACL allows. A second port shows a
 * certificate that has expired; a third one is plain, and may do anything.
 */
public final class SecuredBroker implements BeforeAllCallback, AfterAllCallback {

  private static final String HOST = "127.0.0.1:";
  private static final long BOUND_SECONDS = 30;
  private static final String PASSWORD = "user-password";

  /** What one listener advertises: nobody listens there. */
  public static final String ASTRAY = "127.0.0.1:1";

  private final List<Integer> ports = LoopbackPort.any(3);
  private CertificateAuthority authority;
  private Path folder;
  private Path passwordFile;
  private Brokers broker;

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    folder = Files.createTempDirectory("secured");
    authority = CertificateAuthority.in(folder);
    passwordFile = Files.writeString(folder.resolve("password"), PASSWORD);
    broker =
        Brokers.one(
            BrokerRelease.ofTheProduct(), properties(authority.valid(), authority.expired()));
    broker.start();
  }

  @Override
  public void afterAll(ExtensionContext test) throws Exception {
    broker.close();
    Brokers.deleteAll(folder);
  }

  private Map<String, String> properties(Certificate valid, Certificate old) {
    Map<String, String> properties = new HashMap<>();
    String trusted = "TRUSTED://" + HOST + ports.get(0);
    String expired = ",EXPIRED://" + HOST + ports.get(1);
    properties.put("listeners", trusted + expired + ",ASTRAY://" + HOST + ports.get(2));
    properties.put("advertised.listeners", trusted + expired + ",ASTRAY://" + ASTRAY);
    properties.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,TRUSTED:SASL_SSL,EXPIRED:SASL_SSL,ASTRAY:PLAINTEXT");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    properties.put("super.users", "User:ANONYMOUS");
    properties.putAll(listener("trusted", valid));
    properties.putAll(listener("expired", old));
    return properties;
  }

  private static Map<String, String> listener(String name, Certificate certificate) {
    String prefix = "listener.name." + name + ".";
    return Map.of(
        prefix + "ssl.keystore.type",
        "PKCS12",
        prefix + "ssl.keystore.location",
        certificate.keystore().toString(),
        prefix + "ssl.keystore.password",
        Keytool.PASSWORD,
        prefix + "ssl.key.password",
        Keytool.PASSWORD,
        prefix + "sasl.enabled.mechanisms",
        "PLAIN",
        prefix + "plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required user_job=\""
            + PASSWORD
            + "\" user_feeder=\""
            + PASSWORD
            + "\";");
  }

  /** Where users log in. */
  public String address() {
    return HOST + ports.get(0);
  }

  /** The same, by a certificate that has expired. */
  public String addressWithExpiredCertificate() {
    return HOST + ports.get(1);
  }

  /** Where a client is told to go on with {@link #ASTRAY}. */
  public String addressOfAstray() {
    return HOST + ports.get(2);
  }

  /** Where anybody may do anything, without TLS. */
  public String plainAddress() {
    return broker.address();
  }

  /** The same for clients. */
  public KafkaConnection plainConnection(Duration timeout) {
    return broker.connection(timeout);
  }

  /**
   * Settings of a client that logs in.
   *
   * @param user {@code job} or {@code feeder}
   */
  public Map<String, String> login(String user) throws Exception {
    return Map.of(
        "kafka.properties.security.protocol", "SASL_SSL",
        "kafka.properties.sasl.mechanism", "PLAIN",
        "kafka.properties.ssl.truststore.type", "PEM",
        "kafka.properties.ssl.truststore.location", authority.trusted().toString(),
        "kafka.properties.sasl.jaas.config", jaas(user, "${file:" + passwordFile + "}"));
  }

  /** A login, whose password is a reference: as text it is refused. */
  public static String jaas(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\";";
  }

  /** Lets users do this and nothing else. */
  public void allow(Collection<AclBinding> acls) throws Exception {
    try (Admin admin = broker.admin()) {
      admin.deleteAcls(Set.of(AclBindingFilter.ANY)).all().get(BOUND_SECONDS, TimeUnit.SECONDS);
      admin.createAcls(acls).all().get(BOUND_SECONDS, TimeUnit.SECONDS);
    }
  }
}
