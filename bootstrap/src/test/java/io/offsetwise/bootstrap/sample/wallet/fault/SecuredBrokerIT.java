package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.brokers.SecuredBroker;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The job on a broker with TLS, logins and ACLs, which allow what {@code docs/security.md} says.
 */
@Tag("full")
@Timeout(120)
class SecuredBrokerIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();
  @RegisterExtension static final SecuredBroker BROKER = new SecuredBroker();

  private static final String EVERY_JOB = "every job";
  private static final String FEEDING = "`produce`";
  private static final String DESCRIBING = "`offsets describe`";
  private static final String MIRROR = "offsets.mirror.group";
  private static final String JAAS = "kafka.properties.sasl.jaas.config";
  private static final int PAYMENTS = 20;
  private static final int UNAVAILABLE = 4;

  @ParameterizedTest
  @EnumSource
  void theJobRunsUnderExactlyTheseAcls(OffsetStorage storage) throws Exception {
    PaymentTopic topic = topic("allowed-" + storage.key());
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = job(topic, storage);
    BROKER.allow(acls(topic, storage).toList());
    topic.pay(0, PAYMENTS);
    job.untilCaughtUp();
    topic.pay(0, PAYMENTS);

    job.untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(Places.of(topic.name() + "-0", 0, 2 * PAYMENTS).asList());
    requireAudited(job.verb("audit"), storage);
    requireDone(job.verb("offsets", "reset", "--all-topics", "--shift-by=-5", "--execute"));
    Program.Ended described = job.verb("offsets", "describe");
    requireDone(described);
    boolean usesGroup =
        storage.sharesRowsWith(OffsetStorage.KAFKA) || storage == OffsetStorage.KAFKA;
    assertThat(described.out().contains("not seen: positions in the storage kafka: "))
        .as(described.out())
        .isEqualTo(!usesGroup);
    assertThat(described.out()).contains(storage.key() + " (in use)");
    BROKER.allow(Stream.concat(acls(topic, storage), acls("job", topic, DESCRIBING)).toList());
    Program.Ended whole = job.verb("offsets", "describe");
    requireDone(whole);
    assertThat(whole.out()).doesNotContain("not seen");
  }

  @Test
  void positionsAreMirroredUnderTheAclOfTheMirror() throws Exception {
    PaymentTopic topic = topic("mirrored");
    FaultyJob job = job(topic, OffsetStorage.OWN).with(MIRROR, NeededAcl.mirror(topic.name()));
    topic.pay(0, PAYMENTS);
    BROKER.allow(
        Stream.concat(acls(topic, OffsetStorage.OWN), acls("job", topic, MIRROR)).toList());

    job.untilCaughtUp();

    BROKER.allow(acls(topic, OffsetStorage.OWN).toList());
    requireNamed(job.stopped(), "User:job lacks the ACL READ on group mirrored-shown");
  }

  static Stream<Arguments> needed() {
    return Stream.of(OffsetStorage.values())
        .flatMap(
            storage ->
                page().stream()
                    .filter(acl -> isForJob(acl, storage))
                    .map(acl -> Arguments.of(storage, acl)));
  }

  @ParameterizedTest
  @MethodSource("needed")
  void oneThatIsMissingIsNamed(OffsetStorage storage, NeededAcl missing) throws Exception {
    PaymentTopic topic = topic("missing-" + storage.key() + "-" + missing.type().name().length());
    topic.pay(0, PAYMENTS);
    AclBinding left = missing.of("job", topic.name());
    BROKER.allow(acls(topic, storage).filter(acl -> !acl.equals(left)).toList());

    requireNamed(
        job(topic, storage).stopped(),
        "User:job lacks the ACL " + missing.operation() + " on ",
        missing.named(topic.name()));
  }

  /** It is seen by whoever reads records, and not before. */
  @Test
  void aTopicThatMayOnlyBeDescribedIsNamed() throws Exception {
    PaymentTopic topic = topic("described");
    topic.pay(0, PAYMENTS);
    AclBinding describe =
        new NeededAcl(
                EVERY_JOB,
                AclOperation.DESCRIBE,
                page().get(0).type(),
                "<topic>",
                page().get(0).pattern())
            .of("job", topic.name());
    BROKER.allow(List.of(describe));

    requireNamed(
        job(topic, OffsetStorage.OWN).stopped(), "User:job lacks the ACL READ on topic described");
  }

  @Test
  void topicsAreFedUnderTheAclOfFeeding() throws Exception {
    PaymentTopic topic = topic("fed-by-login");
    FaultyJob feeder = login(job(topic, OffsetStorage.OWN), "feeder");
    BROKER.allow(acls("feeder", topic, FEEDING).toList());

    requireDone(feeder.verb("produce", "--records=" + PAYMENTS));

    BROKER.allow(List.of());
    Program.Ended refused = feeder.verb("produce", "--records=" + 2 * PAYMENTS);
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(UNAVAILABLE);
    assertThat(refused.err().lines())
        .singleElement()
        .asString()
        .contains("User:feeder lacks the ACL WRITE on topic fed-by-login");
  }

  @Test
  void aWrongPasswordIsNamed(@TempDir Path folder) throws Exception {
    Path wrong = Files.writeString(folder.resolve("password"), "hunter2");
    requireNamed(
        job("wrong").with(JAAS, SecuredBroker.jaas("job", "${file:" + wrong + "}")).stopped(),
        "refused the login",
        "user or password is probably wrong; correct " + JAAS);
  }

  @Test
  void aCertificateThatHasExpiredIsNamed() throws Exception {
    requireNamed(
        job("expired-tls")
            .with("kafka.bootstrap-servers", BROKER.addressWithExpiredCertificate())
            .stopped(),
        "certificate");
  }

  @Test
  void aClientWithoutTlsIsToldOfTheProtocol() throws Exception {
    requireNamed(
        job("plain-to-tls")
            .with("kafka.properties.security.protocol", "PLAINTEXT")
            .with("kafka.timeout", "3s")
            .stopped(),
        BROKER.address()
            + " (kafka.bootstrap-servers) speaks TLS, and kafka.properties.security.protocol is"
            + " PLAINTEXT; set it to SSL or SASL_SSL");
  }

  @Test
  void aClientWithTlsIsToldThatTheBrokerHasNone() throws Exception {
    requireNamed(
        job("tls-to-plain")
            .with("kafka.bootstrap-servers", BROKER.plainAddress())
            .with("kafka.timeout", "3s")
            .stopped(),
        BROKER.plainAddress()
            + " (kafka.bootstrap-servers) speaks Kafka without TLS, and"
            + " kafka.properties.security.protocol is SASL_SSL; set it to PLAINTEXT or"
            + " SASL_PLAINTEXT");
  }

  @Test
  void whatABrokerAdvertisesIsNamedWhenItCannotBeReached() throws Exception {
    requireNamed(
        job("astray")
            .with("kafka.properties.security.protocol", "PLAINTEXT")
            .with("kafka.bootstrap-servers", BROKER.addressOfAstray())
            .with("kafka.timeout", "3s")
            .stopped(),
        "kafka.bootstrap-servers can be reached, but what it advertises cannot: broker 1 at "
            + SecuredBroker.ASTRAY
            + " takes no connection; correct advertised.listeners");
  }

  private static void requireNamed(Stop stop, String... words) {
    assertThat(stop.message()).contains(words).doesNotContain("hunter2");
    assertThat(stop.exitCode()).as(stop.message()).isEqualTo(UNAVAILABLE);
  }

  /** A commitAsync that no later batch has sent leaves nothing to compare up to. */
  private static void requireAudited(Program.Ended audit, OffsetStorage storage) {
    if (storage == OffsetStorage.KAFKA_ASYNC && audit.out().contains("nothing-compared")) {
      assertThat(audit.out()).contains("results at or after the stored position: " + 2 * PAYMENTS);
    } else {
      requireDone(audit);
    }
  }

  private static void requireDone(Program.Ended ended) {
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
  }

  private static List<NeededAcl> page() {
    try {
      return NeededAcl.ofThePage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<AclBinding> acls(PaymentTopic topic, OffsetStorage storage) {
    return page().stream()
        .filter(acl -> isForJob(acl, storage))
        .map(acl -> acl.of("job", topic.name()));
  }

  private static boolean isForJob(NeededAcl acl, OffsetStorage storage) {
    return acl.isFor(EVERY_JOB) || acl.isFor("`offsets.storage = " + storage.key() + "`");
  }

  private static Stream<AclBinding> acls(String user, PaymentTopic topic, String... purposes) {
    return page().stream()
        .filter(acl -> Arrays.stream(purposes).anyMatch(acl::isFor))
        .map(acl -> acl.of(user, topic.name()));
  }

  private static PaymentTopic topic(String name) {
    PaymentTopic topic = new PaymentTopic(BROKER.plainConnection(Duration.ofSeconds(20)), name);
    topic.create(1);
    return topic;
  }

  private static FaultyJob job(String topic) throws Exception {
    return job(topic(topic), OffsetStorage.OWN);
  }

  private static FaultyJob job(PaymentTopic topic, OffsetStorage storage) throws Exception {
    return login(
        SERVICES
            .job(topic)
            .with("kafka.bootstrap-servers", BROKER.address())
            .with("offsets.storage", storage.key())
            .with("job.guarantee", DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE.key()),
        "job");
  }

  private static FaultyJob login(FaultyJob job, String user) throws Exception {
    FaultyJob loggedIn = job;
    for (Map.Entry<String, String> setting : BROKER.login(user).entrySet()) {
      loggedIn = loggedIn.with(setting.getKey(), setting.getValue());
    }
    return loggedIn;
  }
}
