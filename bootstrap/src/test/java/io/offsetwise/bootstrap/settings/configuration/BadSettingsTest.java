package io.offsetwise.bootstrap.settings.configuration;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.typesafe.config.ConfigFactory;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message about bad input. */
class BadSettingsTest {

  private static final String DURATION =
      "must be a duration from %s to 1d, with a unit: 500ms, 10s, 5m";
  private static final String TEXT = "must be a text that is not empty";
  private static final String MIRROR =
      "must be another group than offsets.kafka.group, which keeps true positions where"
          + " offsets.storage is kafka";
  private static final String SECRET =
      "holds a secret as text, and Spark writes what executors need into files: name it instead,"
          + " \"${env:NAME}\" or \"${file:/path}\"";
  private static final String SERVERS =
      "must be local, or host:port with commas between them, ports from 1 to 65535, an address of"
          + " IPv6 in brackets: [::1]:9092";
  private static final String GONE_WITH_ITS_PROCESS =
      "the database lives in the memory of a process and is gone with it, so that no guarantee"
          + " holds across a restart; name a database in a file, or on a server that keeps it in"
          + " one";
  private static final String TOPICS =
      "must be one or more names of topics, each once: letters, digits, '.', '_' and '-', at most"
          + " 249 characters";
  private static final String FIRST =
      "must be earliest, latest, a time such as \"2026-01-31T12:00:00Z\", or offsets such as"
          + " {\"payments-0\" = 120}";
  private static final String GUARANTEES =
      oneOf(DeliveryGuarantee.values(), DeliveryGuarantee::key);
  private static final String UNREADABLE =
      "cannot be read; a list is written [\"a\",\"b\"], an object {\"a\"=1}";

  @TempDir private Path folder;

  private static Arguments badFolder(String folder) {
    return bad(
        "data-dir=" + folder,
        "must be a folder in whose whole path there is no , ; \\ % ${ and no control character:"
            + " Kafka, Spark, H2 or the log would take "
            + Path.of(folder).toAbsolutePath()
            + " for another one");
  }

  static Stream<Arguments> badInput() {
    return Stream.of(
        bad("data-dir= ", "data-dir =  ", "must be a folder"),
        badFolder("a,b"),
        badFolder("a;b"),
        badFolder("a%ib"),
        badFolder("/a\\b/c"),
        badFolder("/${date:yyyy}"),
        bad("job.name= ", "job.name =  ", "must be a name of 1 to 200 characters"),
        bad("job.kind=[a]", "job.kind = [\"a\"]", "must be a name of 1 to 200 characters"),
        bad("job.guarantee=exactly-once", GUARANTEES),
        bad("job.scope=row", "must be one of batch, partition"),
        bad("job.poison=skip", "must be one of fail, dead-letter"),
        bad("job.batch-interval=1", DURATION.formatted("10ms")),
        bad("job.batch-interval=5ms", DURATION.formatted("10ms")),
        bad("job.batch-interval=soon", DURATION.formatted("10ms")),
        bad("job.batch-interval=-1s", DURATION.formatted("10ms")),
        bad("job.retry.attempts=0", "must be a whole number from 1 to 1000"),
        bad("job.retry.timeout=10ms", DURATION.formatted("1000ms")),
        bad("offsets.storage=zookeeper", "must be one of own, kafka, kafka-async, checkpoint"),
        bad(
            "offsets.jdbc.url=jdbc:sqlite:x",
            "JDBC URL 'jdbc:sqlite:x' does not begin with jdbc:h2: or jdbc:postgresql::"
                + " this version stores in H2 or PostgreSQL only"),
        bad("offsets.kafka.group= ", "offsets.kafka.group =  ", TEXT),
        bad("offsets.kafka.group=[a]", "offsets.kafka.group = [\"a\"]", TEXT),
        bad("offsets.mirror.group= ", "offsets.mirror.group =  ", TEXT),
        bad("offsets.mirror.group=[a]", "offsets.mirror.group = [\"a\"]", TEXT),
        bad("offsets.mirror=shown", "offsets.mirror", "is a section and takes no value of its own"),
        bad("kafka.bootstrap-servers=localhost", SERVERS),
        bad("kafka.bootstrap-servers=a:1,b:0", SERVERS),
        bad("kafka.bootstrap-servers=a:70000", SERVERS),
        bad("kafka.bootstrap-servers=[]", SERVERS),
        bad("kafka.bootstrap-servers=::1:9092", SERVERS),
        bad("kafka.bootstrap-servers=[::1]:0", SERVERS),
        bad("kafka.topics=[]", TOPICS),
        bad("kafka.topics=a b", TOPICS),
        bad("kafka.topics=a,a", TOPICS),
        bad("kafka.topics=..", TOPICS),
        bad("kafka.topics=[a", UNREADABLE),
        bad("kafka.timeout=999ms", DURATION.formatted("1000ms")),
        bad("kafka.open-transaction-warning=1ms", DURATION.formatted("1000ms")),
        bad("kafka.max-rate-per-partition=0", "must be a whole number from 1 to 2147483647"),
        bad("kafka.properties=x", "must be an object of single values: { name = value }"),
        bad(
            "kafka.properties.isolation.level=committed",
            "must be one of read_committed, read_uncommitted"),
        bad(
            "kafka.properties.request.timeout.ms=soon",
            "is no value of this property of Kafka's, of type int, [0,...]"),
        bad(
            "kafka.properties.receive.buffer.bytes=9999999999",
            "is no value of this property of Kafka's, of type int, [-1,...]"),
        bad(
            "kafka.properties.sasl.jaas.config=m.PlainLoginModule required password=hunter2;",
            "kafka.properties.sasl.jaas.config = ******",
            SECRET),
        bad(
            "kafka.properties.ssl.key.password=hunter2",
            "kafka.properties.ssl.key.password = ******",
            SECRET),
        bad(
            "storage.jdbc.url=postgres",
            "JDBC URL 'postgres' does not begin with jdbc:h2: or jdbc:postgresql:: this version"
                + " stores in H2 or PostgreSQL only"),
        bad(
            "storage.jdbc.url=jdbc:h2:mem:x;PASSWORD=hunter2",
            "storage.jdbc.url = jdbc:h2:mem:x;PASSWORD=******",
            "the JDBC URL holds a password, which Spark would write into every checkpoint file:"
                + " take it out of the URL and name an environment variable or a file instead"),
        bad("storage.jdbc.url=jdbc:h2:mem:x", GONE_WITH_ITS_PROCESS),
        bad("storage.jdbc.url=jdbc:h2:tcp://db/mem:x", GONE_WITH_ITS_PROCESS),
        bad("storage.jdbc.url=jdbc:h2:memFS:x", GONE_WITH_ITS_PROCESS),
        bad("offsets.jdbc.url=jdbc:h2:split:nioMemFS:x", GONE_WITH_ITS_PROCESS),
        bad("storage.connection=one", "must be one of pool, per-save"),
        bad("storage.pool-size=101", "must be a whole number from 1 to 100"),
        bad("storage.pool-size=4.5", "must be a whole number from 1 to 100"),
        bad("storage.timeout=0s", DURATION.formatted("1000ms")),
        bad("storage.lock-timeout=0s", DURATION.formatted("1000ms")),
        bad("storage.idle-in-transaction-timeout=5", DURATION.formatted("1000ms")),
        bad(
            "storage.statement-timeout=10s",
            "must be longer than storage.lock-timeout, or a wait for a row would look like a"
                + " database that hangs"),
        bad(
            "storage.jdbc.url=jdbc:postgresql://db/x?socketFactory=evil",
            "storage.jdbc.url = jdbc:postgresql://db/x?socketFactory=******",
            "JDBC URL jdbc:postgresql://db/x has socketFactory, which is not taken from an address:"
                + " some options of the driver load code, read files or keep rows from being"
                + " counted; leave it out"),
        bad(
            "offsets.jdbc.url=jdbc:h2:/x;init=CREATE USER a PASSWORD 'hunter2'",
            "offsets.jdbc.url = jdbc:h2:/x;init=******",
            "JDBC URL jdbc:h2:/x has INIT, which is not taken from an address: some options of H2"
                + " run statements, load code or write files; leave it out"),
        bad("start.first=yesterday", FIRST),
        bad("start.first={\"payments\"=1}", "start.first = {\"payments\":1}", FIRST),
        bad(
            "start.first={\"payments-0\"=-1}",
            "start.first = {\"payments-0\":-1}",
            "must be a whole number from 0 to 9223372036854775807"),
        bad(
            "start.accept=[loss]",
            "start.accept = [\"loss\"]",
            "must be one of retention-loss, position-beyond-end, log-truncated, topic-recreated,"
                + " partition-missing, position-lost, position-unknown, position-ahead"),
        bad("session.partition-check=1ms", DURATION.formatted("100ms")),
        bad("stop.timeout=1ms", DURATION.formatted("1000ms")),
        bad(
            "feed.seed=a",
            "must be a whole number from -9223372036854775808 to 9223372036854775807"),
        bad("feed.keys=0", "must be a whole number from 1 to 1000000"),
        bad("feed.rate=0", "must be a whole number from 1 to 1000000"),
        bad("local.kafka-port=65536", "must be a whole number from 0 to 65535"),
        bad("local.database=oracle", "must be one of h2, postgresql"),
        bad("local.database-port=-1", "must be a whole number from 0 to 65535"),
        bad("local.partitions=0", "must be a whole number from 1 to 1000"),
        bad("local.start-timeout=1ms", DURATION.formatted("1000ms")),
        bad("local.stop-timeout=1ms", DURATION.formatted("1000ms")),
        bad("spark=x", "must be an object of single values: { name = value }"),
        bad("spark.task.cpus=two", "Spark says: spark.task.cpus should be int, but was two"),
        bad(
            "spark.streaming.stopGracefullyOnShutdown=maybe",
            "Spark says: spark.streaming.stopGracefullyOnShutdown should be boolean, but was"
                + " maybe"),
        bad(
            "spark.master=lokal[2]",
            "must be one of local, local[N], local[*], local[N,F], local-cluster[N,cores,MiB],"
                + " spark://host:port, yarn, k8s://https://host:port"),
        bad("job.nam=x", "job.nam", "unknown key; did you mean job.name?"),
        bad("kafka.topic=x", "kafka.topic", "unknown key; did you mean kafka.topics?"),
        bad(
            "storage.jdbc.password=hunter2",
            "storage.jdbc.password",
            "unknown key; did you mean storage.jdbc.password-env?"),
        bad("colour=red", "colour", "unknown key; `offsetwise config show` lists all keys"),
        bad("job=x", "job", "is a section and takes no value of its own"),
        bad(".x=1", ".x = 1", "is not the name of a key"));
  }

  private static <E> String oneOf(E[] constants, Function<E, String> key) {
    return Arrays.stream(constants).map(key).collect(joining(", ", "must be one of ", ""));
  }

  private static Arguments bad(String input, String allowed) {
    return bad(input, input.replaceFirst("=", " = "), allowed);
  }

  private static Arguments bad(String input, String setting, String allowed) {
    return arguments(input, "command line: " + setting + ": " + allowed);
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void saysWhatIsAllowed(String input, String line) throws Exception {
    assertThat(new ConfigurationFixture(folder).problems(input)).containsExactly(line);
  }

  static Stream<String> durations() {
    return ConfigFactory.parseResources("reference.conf").entrySet().stream()
        .filter(entry -> entry.getValue().unwrapped().toString().matches("\\d+(ms|s|m)"))
        .map(Map.Entry::getKey);
  }

  /** What is longer than a library can count would fail when it is first used. */
  @ParameterizedTest
  @MethodSource("durations")
  void noDurationIsTooLongForWhatCountsIt(String key) throws Exception {
    ConfigurationFixture configuration = new ConfigurationFixture(folder);

    assertThat(configuration.problems(key + "=25h")).singleElement().asString().contains("to 1d");
    assertThat(configuration.problems(key + "=400000000d")).hasSize(1);
  }

  @Test
  void aMirrorIsNotTheGroupThatHasTheNameOfTheJob() throws Exception {
    assertThat(
            new ConfigurationFixture(folder).problems("job.name=tips", "offsets.mirror.group=tips"))
        .containsExactly("command line: offsets.mirror.group = tips: " + MIRROR);
  }

  @ParameterizedTest
  @EnumSource(OffsetStorage.class)
  void aMirrorIsNeverTheGroupThatKeepsPositions(OffsetStorage storage) throws Exception {
    ConfigurationFixture configuration =
        new ConfigurationFixture(folder)
            .holding("offsets { kafka.group = readers, mirror.group = readers }");

    assertThat(configuration.problems("offsets.storage=" + storage.key()))
        .containsExactly("application.conf:1: offsets.mirror.group = readers: " + MIRROR);
  }

  @Test
  void reportsEverythingAtOnceWithItsOrigin() throws Exception {
    ConfigurationFixture configuration =
        new ConfigurationFixture(folder)
            .holding(
                """
                job.name = tips
                job.scpe = batch
                kafka {
                  topics = []
                }
                """);

    assertThat(configuration.problems("feed.rate=0"))
        .containsExactly(
            "application.conf:2: job.scpe: unknown key; did you mean job.scope?",
            "application.conf:4: kafka.topics = []: " + TOPICS,
            "command line: feed.rate = 0: must be a whole number from 1 to 1000000");
  }

  @Test
  void aFileThatIsCutOffIsNamedWithItsLine() throws Exception {
    assertThat(new ConfigurationFixture(folder).holding("job {\n  name = tips\n").problems())
        .singleElement()
        .asString()
        .startsWith("application.conf:3: cannot be read: ");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    ConfigurationFixture configuration = new ConfigurationFixture(folder);
    java.nio.file.Files.delete(configuration.file());

    assertThat(configuration.problems())
        .containsExactly("application.conf: --config: there is no such file");
  }

  @Test
  void aVariableThatIsNotSetIsNamed() throws Exception {
    assertThat(
            new ConfigurationFixture(folder)
                .holding("job.name = ${OFFSETWISE_NOT_SET}\n")
                .problems())
        .singleElement()
        .asString()
        .startsWith("application.conf:1: cannot be read: ")
        .contains("OFFSETWISE_NOT_SET");
  }

  @Test
  void thePasswordHasOneReferenceAndAUser() throws Exception {
    assertThat(
            new ConfigurationFixture(folder)
                .problems("storage.jdbc.password-env=A", "storage.jdbc.password-file=/b"))
        .satisfiesExactly(
            file ->
                assertThat(file)
                    .isEqualTo(
                        "command line: storage.jdbc.password-file = /b: storage.jdbc.password-env"
                            + " is set too; keep one of them"),
            user ->
                assertThat(user)
                    .startsWith("reference.conf:")
                    .endsWith(
                        ": storage.jdbc.user = null: must be the database user whom the password"
                            + " belongs to"));
  }
}
