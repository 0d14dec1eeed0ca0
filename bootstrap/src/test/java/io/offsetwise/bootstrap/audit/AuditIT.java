package io.offsetwise.bootstrap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of the wallet job, and what an audit says of copies of it that somebody has changed. */
class AuditIT {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final long RECORDS = 4_000;
  private static final long SENT_LATER = 1_000;
  private static final Duration BOUND = Duration.ofMinutes(1);

  @TempDir private static Path folder;

  private static Program program;
  private static JdbcConnections database;

  /** Runs the job, then feeds records that it has not read. */
  @BeforeAll
  static void runTheJob() throws Exception {
    program = new Program(folder);
    requireDone(program.runHere("local", "start"));
    requireDone(
        program.runHere(
            "run",
            "--until-caught-up",
            "--records=" + RECORDS,
            "-Djob.batch-interval=100ms",
            "-Dkafka.max-rate-per-partition=2000"));
    requireDone(program.runHere("produce", "--records=" + (RECORDS + SENT_LATER)));
    database = DataFolder.standardIn(folder).database().open();
  }

  @AfterAll
  static void stopServices() throws Exception {
    database.close();
    program.runHere("local", "stop");
  }

  @Test
  void aStreamThatNobodyHasChangedIsExact() throws Exception {
    JsonNode verdict = audit(STREAM, 0);

    assertThat(verdict.get("kept").asBoolean()).isTrue();
    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS, RECORDS, 0L, 0L, 0L, 0L));
    assertThat(verdict.get("findings")).isEmpty();
    assertThat(verdict.get("partitions")).hasSize(5);
    JsonNode first = verdict.at("/partitions/0");
    assertThat(first.get("topic").asText()).isEqualTo("payments");
    assertThat(first.get("start").asLong()).isZero();
    assertThat(first.get("position").asLong()).isEqualTo(first.get("sent").asLong()).isPositive();
    assertThat(first.get("logStart").asLong()).isZero();
    assertThat(first.get("logEnd").asLong()).isGreaterThan(first.get("position").asLong());
    assertThat(new JdbiOffsetStore(database).positions(STREAM).values())
        .as("nothing was claimed")
        .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(new Epoch(1)));
  }

  @Test
  void aDeletedLedgerEntryIsFound() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "deleted", database);
    String wallet =
        copy.text(
            "SELECT wallet FROM wallet_ledger WHERE stream_name = ? AND partition_number = 3 AND"
                + " record_offset = 17",
            copy.name().value());
    copy.execute(
        "DELETE FROM wallet_ledger WHERE stream_name = ? AND partition_number = 3 AND record_offset"
            + " = 17",
        copy.name().value());

    JsonNode verdict = audit(copy.name(), 1);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS, RECORDS - 1, 1L, 0L, 0L, 0L));
    assertThat(found(verdict))
        .containsExactly(
            tuple("lost", "payments-3", 1L, List.of(17L)),
            tuple("wrong-balance", wallet, 1L, List.of()));
  }

  /** What `run` sees to be wrong is no success, and it says what to do next. */
  @Test
  void aRunThatSeesADifferenceEndsWithOneAndItsSummary() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "run-again", database);
    copy.execute(
        "DELETE FROM wallet_ledger WHERE stream_name = ? AND partition_number = 2",
        copy.name().value());

    Program.Ended ended = program.runHere("run", "--until-caught-up", "-Djob.name=" + copy.name());

    assertThat(ended.exitCode()).as(ended.err()).isOne();
    assertThat(ended.out())
        .contains("BROKEN       payments-2: due records without")
        .containsPattern("Kafka's log +[\\d,.]+ ");
    assertThat(ended.err())
        .contains(
            "offsetwise: what is stored of stream "
                + copy.name()
                + " does not keep transactional-exactly-once: of ")
        .contains("bin/offsetwise audit -Djob.name=" + copy.name() + " ", " shows all of it");
  }

  @Test
  void anEntryThatIsThereTwiceIsFound() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "doubled", database);
    copy.execute(
        "INSERT INTO wallet_ledger (stream_name, payment_id, wallet, cents, topic_name,"
            + " partition_number, record_offset) SELECT stream_name, payment_id, wallet, cents,"
            + " topic_name, partition_number, record_offset FROM wallet_ledger"
            + " WHERE stream_name = ? AND partition_number = 1 AND record_offset = 100",
        copy.name().value());

    JsonNode verdict = audit(copy.name(), 1);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS, RECORDS + 1, 0L, 1L, 0L, 0L));
    assertThat(found(verdict))
        .hasSize(2)
        .contains(tuple("repeated", "payments-1", 1L, List.of(100L)));
  }

  @Test
  void aBalanceThatWasChangedByOneIsFound() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "changed", database);
    String ofWallet = "SELECT cents FROM wallet_balance WHERE stream_name = ? AND wallet = ?";
    long before = Long.parseLong(copy.text(ofWallet, copy.name().value(), "wallet-7"));
    copy.execute(
        "UPDATE wallet_balance SET cents = cents + 1 WHERE stream_name = ? AND wallet = 'wallet-7'",
        copy.name().value());

    JsonNode verdict = audit(copy.name(), 1);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS, RECORDS, 0L, 0L, 0L, 0L));
    assertThat(found(verdict)).containsExactly(tuple("wrong-balance", "wallet-7", 1L, List.of()));
    assertThat(descriptions(verdict).get(0))
        .startsWith(
            "balance of wallet-7 is "
                + (before + 1)
                + " cents but its ledger adds up to "
                + before
                + " and its payments in the log to "
                + before);
  }

  @Test
  void aPositionThatWasMovedForwardIsFound() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "forward", database);
    long position = position(copy.name(), 2);
    move(copy, 2, position + 3);

    JsonNode verdict = audit(copy.name(), 1);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS + 3, RECORDS, 3L, 0L, 0L, 0L));
    assertThat(found(verdict))
        .containsExactly(
            tuple("position-moved", "payments-2", 1L, List.of()),
            tuple("lost", "payments-2", 3L, List.of(position, position + 1, position + 2)));
    assertThat(descriptions(verdict).get(0))
        .startsWith(
            "payments-2: its position was moved from " + position + " to " + (position + 3));
  }

  @Test
  void aPositionThatWasMovedBackwardIsFound() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "backward", database);
    long position = position(copy.name(), 4);
    move(copy, 4, position - 2);

    JsonNode verdict = audit(copy.name(), 1);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS - 2, RECORDS - 2, 0L, 0L, 0L, 0L));
    assertThat(found(verdict))
        .containsExactly(
            tuple("position-moved", "payments-4", 1L, List.of()),
            tuple("ahead", "payments-4", 2L, List.of(position - 2, position - 1)));
  }

  @Test
  void theTableSaysTheSameToPeople() throws Exception {
    CopiedStream copy = CopiedStream.of(STREAM, "shown", database);
    move(copy, 2, position(copy.name(), 2) + 1);

    Program.Ended ended =
        program.onTerminal().run("audit", "-Djob.name=shown", "-Djob.guarantee=at-most-once");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .startsWith("stream shown, at-most-once, as it was stored at one instant")
        .containsPattern("PARTITION +START +POSITION +LOG +SENT +STORED +LOST +REPEATED +GAPS +NOT")
        .containsPattern("payments-2 +0 +[\\d,]+ +\\[0, \\d+\\)")
        .containsPattern("together +4,001 +4,000 +1 +0 +0 +0")
        .containsPattern("BROKEN +position-moved +payments-2: its position was moved")
        .containsPattern("BROKEN +lost +payments-2: due records without a result: 1, at offset")
        .contains(
            "The guarantee is BROKEN: 2 of these findings are not permitted by what is on record of"
                + " it.");
    assertThat(ended.err()).contains("offsets compared");
  }

  @Test
  void everyRowOfAnAtMostOnceStreamDeletedIsNoLossThatACrashExplains() throws Exception {
    CopiedStream copy =
        CopiedStream.of(STREAM, "emptied", database).savedUnder(DeliveryGuarantee.AT_MOST_ONCE);
    String atMostOnce = "-Djob.guarantee=at-most-once";
    assertThat(audit(copy.name(), 0, atMostOnce).get("findings")).isEmpty();
    copy.execute("DELETE FROM wallet_ledger WHERE stream_name = ?", copy.name().value());
    copy.execute("DELETE FROM wallet_balance WHERE stream_name = ?", copy.name().value());

    JsonNode verdict = audit(copy.name(), 1, atMostOnce);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS, 0L, RECORDS, 0L, 0L, 0L));
    assertThat(descriptions(verdict))
        .allSatisfy(text -> assertThat(text).contains("the commit of their results is on record"));
  }

  @Test
  void everyRowOfAnAtLeastOnceStreamDoubledIsNoRepetitionThatACrashExplains() throws Exception {
    CopiedStream copy =
        CopiedStream.of(STREAM, "twice", database).savedUnder(DeliveryGuarantee.AT_LEAST_ONCE);
    String atLeastOnce = "-Djob.guarantee=at-least-once";
    assertThat(audit(copy.name(), 0, atLeastOnce).get("findings")).isEmpty();
    copy.execute(
        "INSERT INTO wallet_ledger (stream_name, payment_id, wallet, cents, topic_name,"
            + " partition_number, record_offset) SELECT stream_name, payment_id, wallet, cents,"
            + " topic_name, partition_number, record_offset FROM wallet_ledger WHERE stream_name ="
            + " ?",
        copy.name().value());
    copy.execute(
        "UPDATE wallet_balance SET cents = cents * 2 WHERE stream_name = ?", copy.name().value());

    JsonNode verdict = audit(copy.name(), 1, atLeastOnce);

    assertThat(numbers(verdict)).isEqualTo(List.of(RECORDS, 2 * RECORDS, 0L, RECORDS, 0L, 0L));
  }

  @Test
  void aStreamThatIsNotThereIsOneSentence() throws Exception {
    Program.Ended ended = program.runHere("audit", "-Djob.name=walet");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("offsetwise: no position is stored for stream walet: ");
  }

  @Test
  void anAuditBesideARunningJobIsOfOneInstant() throws Exception {
    StreamName running = new StreamName("running");
    Program.Running job =
        program.start(
            "run",
            "-Djob.name=" + running,
            "-Djob.batch-interval=50ms",
            "-Dkafka.max-rate-per-partition=1000",
            "-Dfeed.rate=2000");
    try {
      List<Long> sent = new ArrayList<>();
      for (int round = 0; round < 2; round++) {
        long before = reached(running);
        await().atMost(BOUND).until(() -> reached(running) > before || !job.isAlive());

        JsonNode verdict = audit(running, 0);

        assertThat(verdict.get("findings")).isEmpty();
        assertThat(verdict.get("stored").asLong())
            .isEqualTo(verdict.get("sent").asLong())
            .isGreaterThan(before);
        sent.add(verdict.get("sent").asLong());
      }
      assertThat(sent).isSorted().doesNotHaveDuplicates();
      assertThat(job.isAlive()).as("the job was not disturbed").isTrue();
    } finally {
      job.process().destroy();
      Program.end(job);
    }
  }

  private static JsonNode audit(StreamName stream, int exitCode, String... settings)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("audit", "-o", "json", "-Djob.name=" + stream));
    words.addAll(List.of(settings));
    Program.Ended ended = program.runHere(words.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).isEmpty();
    return new ObjectMapper().readTree(ended.out());
  }

  private static List<Long> numbers(JsonNode verdict) {
    List<Long> numbers = new ArrayList<>();
    for (String key : List.of("sent", "stored", "lost", "repeated", "gaps", "notCompared")) {
      numbers.add(verdict.get(key).asLong());
    }
    return numbers;
  }

  /** Kind, subject, count and offsets of what was found. */
  private static List<Tuple> found(JsonNode verdict) {
    List<Tuple> found = new ArrayList<>();
    for (JsonNode finding : verdict.get("findings")) {
      List<Long> offsets = new ArrayList<>();
      finding.get("offsets").forEach(offset -> offsets.add(offset.asLong()));
      found.add(
          tuple(
              finding.get("kind").asText(),
              finding.get("subject").asText(),
              finding.get("count").asLong(),
              offsets));
    }
    return found;
  }

  private static List<String> descriptions(JsonNode verdict) {
    return verdict.findValuesAsText("description");
  }

  private static void move(CopiedStream copy, int partition, long offset) {
    copy.execute(
        "UPDATE stream_offset SET next_offset = ? WHERE stream_name = ? AND partition_number = ?",
        offset,
        copy.name().value(),
        partition);
  }

  private static long position(StreamName stream, int partition) {
    return new JdbiOffsetStore(database)
        .positions(stream).values().stream()
            .filter(row -> row.topicPartition().partition() == partition)
            .mapToLong(StoredPosition::nextOffset)
            .sum();
  }

  /** Number of offsets that the stream has read. */
  private static long reached(StreamName stream) {
    return new JdbiOffsetStore(database)
        .positions(stream).values().stream().mapToLong(StoredPosition::nextOffset).sum();
  }

  private static void requireDone(Program.Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }
}
