package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.storage.administration.JdbiStreamPresence;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.administration.ResetOffsets;
import io.offsetwise.application.administration.ResetRequest;
import io.offsetwise.application.administration.ResetScope;
import io.offsetwise.application.session.DriverIdentity;
import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.ResetTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on a stream that a real job has read, and that it goes on to read. */
class OffsetsIT {

  private static final long RECORDS = 2_000;
  private static final Duration BOUND = Duration.ofMinutes(1);
  private static final TopicPartition FIRST = new TopicPartition("payments", 0);

  @TempDir private static Path folder;
  private static Program program;
  private static DataFolder data;
  private static JdbcConnections database;

  @BeforeAll
  static void startServices() throws Exception {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
    done("local", "start");
    done("produce", "--records=" + RECORDS);
    database = data.database().open();
  }

  @AfterAll
  static void stopServices() throws Exception {
    database.close();
    program.runHere("local", "stop");
  }

  @Test
  void aResetIsHonouredByTheJobAnnouncedRightlyAndKnownToTheAudit() throws Exception {
    String name = "-Djob.name=moved";
    done("run", "--until-caught-up", name);
    long position = describe(name).at("/positions/0/currentOffset").asLong();

    JsonNode back = reset(name, "--topic=payments:0", "--shift-by=-50", "--execute");
    assertThat(back.at("/partitions/0/oldOffset").asLong()).isEqualTo(position);
    assertThat(back.get("readAgain").asLong()).isEqualTo(50);
    assertThat(back.get("repeated").asLong()).isEqualTo(50);
    assertThat(back.get("epoch").asLong()).isEqualTo(2);
    assertThat(back.get("undo"))
        .singleElement()
        .extracting(JsonNode::asText)
        .asString()
        .startsWith("bin/offsetwise offsets reset -Djob.name=moved -Ddata-dir=")
        .endsWith(" --topic payments:0 --to-offset " + position + " --execute");

    done("run", "--until-caught-up", name);
    assertThat(found(audit(name))).containsExactly(tuple("read-again", "payments-0", 50L));
    requireStoredBeyondSent(audit(name), 50);

    JsonNode forward = reset(name, "--topic=payments:1", "--shift-by=-30", "--execute");
    assertThat(forward.get("passedOver").asLong()).isZero();
    JsonNode undone = reset(name, "--topic=payments:1", "--to-latest", "--execute");
    assertThat(undone.get("passedOver").asLong()).isEqualTo(30);
    done("run", "--until-caught-up", name);
    assertThat(audit(name).get("kept").asBoolean()).isTrue();
    requireStoredBeyondSent(audit(name), 50);

    JsonNode history =
        json("offsets", "history", name, "--topic=payments:0", "--offset=" + (position - 1));
    assertThat(history.at("/answers/0/sentence").asText())
        .startsWith("offset " + (position - 1) + " was saved in the range [")
        .contains("under epoch 3")
        .endsWith("after 1 time before");
    assertThat(history.findValuesAsText("event"))
        .containsExactly("begun", "saved", "reset", "saved");
  }

  @Tag("full")
  @Test
  void whileTheJobLivesItIsSeenAndNothingIsMoved() throws Exception {
    String name = "-Djob.name=living";
    Program.Running job = program.start("run", name, "-Djob.batch-interval=100ms");
    try {
      await()
          .atMost(BOUND)
          .until(() -> !living("living").isEmpty() && !positions("living").isEmpty());
      assertThat(describe(name).at("/driver/pid").asLong()).isEqualTo(job.process().pid());

      Program.Ended dry = program.runHere("offsets", "reset", name, "--to-earliest");
      assertThat(dry.exitCode()).as(dry.err()).isZero();
      assertThat(dry.out()).contains("must not be moved while its job lives");
      Program.Ended refused =
          program.runHere("offsets", "reset", name, "--to-earliest", "--execute");

      assertThat(refused.exitCode()).isEqualTo(5);
      assertThat(refused.err())
          .contains("process " + job.process().pid() + " on ", "stop it first");
      assertThat(job.isAlive()).as("the job was not disturbed").isTrue();
    } finally {
      job.process().destroy();
      assertThat(Program.end(job).exitCode()).isEqualTo(143);
    }
    assertThat(living("living")).as("it has taken its leave").isEmpty();
  }

  @Tag("full")
  @Test
  void aDriverThatNobodyHasSeenIsFencedByTheReset() throws Exception {
    String name = "-Djob.name=unseen";
    Program.Running job = program.start("run", name, "-Djob.batch-interval=100ms");
    await().atMost(BOUND).until(() -> positions("unseen").size() == 5 || !job.isAlive());

    try (KafkaSourceLog log = KafkaSourceLog.open(data.kafka())) {
      new ResetOffsets(
              new StreamName("unseen"),
              Set.of("payments"),
              new JdbiOffsetStore(database),
              log,
              new NobodySeen())
          .execute(
              new ResetRequest(
                  ResetScope.Named.of(Set.of(FIRST)),
                  new ResetTarget.ToEarliest(),
                  "--to-earliest"),
              "test");
    }

    assertThat(Program.end(job).exitCode()).isEqualTo(6);
    assertThat(positions("unseen").get(FIRST)).as("the reset stays").isZero();
  }

  @Tag("full")
  @Test
  void theTableHasKafkasColumnsInKafkasOrder() throws Exception {
    done("run", "--until-caught-up", "-Djob.name=shown");

    Program.Ended watched =
        program.runHere("offsets", "describe", "-Djob.name=shown", "--watch=1", "--count=2");

    assertThat(watched.exitCode()).as(watched.err()).isZero();
    assertThat(watched.out().lines().filter(line -> line.startsWith("GROUP")))
        .hasSize(2)
        .allMatch(
            line ->
                line.matches(
                    "GROUP +TOPIC +PARTITION +CURRENT-OFFSET +LOG-END-OFFSET +LAG +STORAGE +EARLIEST"
                        + " +LAST-STABLE +GUARANTEE +OWNER +EPOCH +LAST-SAVED +OPEN-TRANSACTION"));
    assertThat(watched.out())
        .containsPattern(
            "shown +payments +4 +(\\d+) +\\d+ +\\d+ +own \\(in use\\) +0"
                + " +\\d+ +transactional-exactly-once +- +1 +20\\d\\d-\\d\\d-\\d\\dT");
    assertThat(new JdbiOffsetStore(database).positions(new StreamName("shown")).values())
        .as("nothing was claimed")
        .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(new Epoch(1)));
  }

  @Test
  void aTransactionThatIsOpenIsShownWithItsProducer() throws Exception {
    String[] held = {"-Djob.name=held", "-Dkafka.topics=held"};
    done("produce", held[1], "--records=20");
    done("run", "--until-caught-up", held[0], held[1]);

    try (Producer<byte[], byte[]> hanging = beginTransactionIn("held")) {
      JsonNode shown = json("offsets", "describe", held[0], held[1]).at("/positions/0");
      long position = shown.get("currentOffset").asLong();
      assertThat(shown.get("lastStableOffset").asLong()).isEqualTo(position);
      assertThat(shown.get("logEndOffset").asLong()).isEqualTo(position + 1);
      assertThat(shown.get("lag").asLong()).isEqualTo(1);
      assertThat(shown.at("/openTransaction/startOffset").asLong()).isEqualTo(position);
      long producer = shown.at("/openTransaction/producerId").asLong();
      assertThat(program.runHere("offsets", "describe", held[0], held[1]).out())
          .containsPattern(
              "held +0 .*producer " + producer + " epoch 0 from " + position + ", last written 20");

      hanging.abortTransaction();
    }
    done("run", "--until-caught-up", held[0], held[1]);
    JsonNode after = json("offsets", "describe", held[0], held[1]).at("/positions/0");
    assertThat(after.get("openTransaction").isNull()).isTrue();
    assertThat(after.get("lag").asLong()).isZero();
  }

  private static Producer<byte[], byte[]> beginTransactionIn(String topic) {
    Map<String, Object> properties = new HashMap<>(data.kafka().clientProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "hanging-in-" + topic);
    ByteArraySerializer bytes = new ByteArraySerializer();
    Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes);
    producer.initTransactions();
    producer.beginTransaction();
    Future<RecordMetadata> unused = // the flush waits for it
        producer.send(new ProducerRecord<>(topic, 0, null, new byte[8]));
    producer.flush();
    return producer;
  }

  @Test
  void aStreamThatIsNotThereIsOneSentence() throws Exception {
    for (String verb : List.of("describe", "history")) {
      Program.Ended ended = program.runHere("offsets", verb, "-Djob.name=walet");
      assertThat(ended.exitCode()).isEqualTo(4);
      assertThat(ended.err().lines()).singleElement().asString().contains("walet");
    }
    Program.Ended copied =
        program.runHere("offsets", "copy", "-Djob.name=walet", "--from=own", "--to=own");
    assertThat(copied.exitCode()).isEqualTo(5);
  }

  private static void requireStoredBeyondSent(JsonNode verdict, long repeated) {
    assertThat(verdict.get("stored").asLong()).isEqualTo(verdict.get("sent").asLong() + repeated);
  }

  private static JsonNode describe(String name) throws Exception {
    return json("offsets", "describe", name);
  }

  private static JsonNode reset(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("offsets", "reset"));
    arguments.addAll(List.of(options));
    return json(arguments.toArray(String[]::new));
  }

  private static JsonNode audit(String name) throws Exception {
    return json("audit", name);
  }

  private static JsonNode json(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("-ojson");
    Program.Ended ended = program.runHere(all.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }

  private static void done(String... arguments) throws Exception {
    Program.Ended ended = program.runHere(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  /** Kind, subject and count of what an audit has found. */
  private static List<Tuple> found(JsonNode verdict) {
    List<Tuple> found = new ArrayList<>();
    for (JsonNode finding : verdict.get("findings")) {
      found.add(
          tuple(
              finding.get("kind").asText(),
              finding.get("subject").asText(),
              finding.get("count").asLong()));
    }
    return found;
  }

  private static Map<TopicPartition, Long> positions(String stream) {
    return new JdbiOffsetStore(database).nextOffsets(new StreamName(stream)).nextOffsets();
  }

  private static List<LivingDriver> living(String stream) {
    return new JdbiStreamPresence(database).living(new StreamName(stream));
  }

  /** Sees no driver at all. */
  private static final class NobodySeen implements StreamPresence {
    @Override
    public void announce(DriverIdentity driver, Epoch epoch) {}

    @Override
    public void withdraw(DriverIdentity driver) {}

    @Override
    public List<LivingDriver> living(StreamName stream) {
      return List.of();
    }
  }
}
