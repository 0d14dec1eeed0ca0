package io.offsetwise.bootstrap.sample.lengths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.JsonOf;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.Verdict;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of every kind in two topics, filled by a plain producer and by {@code produce}. */
class MessageLengthsIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final String KIND = "-Djob.kind=message-lengths";
  private static final String LINES = "lines";
  private static final List<MessageCount> COUNTS =
      Stream.concat(AnyMessages.COUNTS.stream(), Stream.of(AnyMessages.countOfLines(LINES)))
          .toList();
  private static final long MESSAGES = COUNTS.stream().mapToLong(MessageCount::messages).sum();
  private static final long BYTES = COUNTS.stream().mapToLong(MessageCount::bytes).sum();

  @TempDir private static Path folder;

  @BeforeAll
  static void fillTopics() throws Exception {
    KAFKA.create(AnyMessages.TOPIC, 5);
    KAFKA.create(LINES, 1);
    AnyMessages.send(KAFKA.server());
    Program.Running producing =
        new Program(folder)
            .start(
                "produce",
                "--file=-",
                "--topic=" + LINES,
                "-Dkafka.bootstrap-servers=" + KAFKA.server());
    try (OutputStream input = producing.process().getOutputStream()) {
      input.write(AnyMessages.lines());
    }
    Program.Ended produced = Program.end(producing);
    assertThat(produced.exitCode()).as(produced.err()).isZero();
    assertThat(produced.out()).isEqualTo("6 records written to lines\n");
  }

  static Stream<Combination> possibleCombinations() {
    return Combination.allInDatabase().stream()
        .filter(combination -> combination.storage() == OffsetStorage.OWN)
        .filter(combination -> combination.resultKind() == ResultKind.ACCUMULATED)
        .filter(combination -> combination.verdict() instanceof Verdict.Possible);
  }

  @Test
  void sixCombinationsArePossible() {
    assertThat(possibleCombinations()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("possibleCombinations")
  void everyMessageCountsOnce(Combination combination) throws Exception {
    String job = combination.guarantee().key() + "-" + combination.scope().key();

    LengthsReport report = run(settings(job, combination));

    assertThat(report.counts()).containsExactlyElementsOf(COUNTS);
    assertThat(report)
        .isEqualTo(
            expected(
                job,
                combination.guarantee().key(),
                combination.scope().key(),
                report.batches(),
                OptionalLong.of(MESSAGES),
                OptionalLong.of(BYTES)));
    // two records of a partition at a time, so that counts are added to counts
    assertThat(report.batches()).isGreaterThan(5);
    assertThat(audit(settings(job, combination)))
        .returns(true, AuditVerdict::kept)
        .returns(MESSAGES, AuditVerdict::sent)
        .returns(MESSAGES, AuditVerdict::stored)
        .returns(List.of(), AuditVerdict::findings);
  }

  /** Two databases have no instant in common; the audit looks at them one after the other. */
  @Test
  void offsetsInAnotherDatabaseAreAuditedToo() throws Exception {
    Combination combination =
        possibleCombinations()
            .filter(each -> each.guarantee() == DeliveryGuarantee.AT_LEAST_ONCE)
            .findFirst()
            .orElseThrow();
    Settings settings =
        settings("split", combination, Map.of("offsets.jdbc.url", database("offsets").url()));
    run(settings);

    assertThat(audit(settings).findings()).isEmpty();

    changeByHand("UPDATE message_count SET bytes = bytes - 1 WHERE stream_name = 'split'");
    changeByHand(
        "UPDATE message_count SET messages = messages + 2"
            + " WHERE stream_name = 'split' AND topic_name = 'lines'");
    assertThat(audit(settings))
        .returns(false, AuditVerdict::kept)
        .returns(MESSAGES + 2, AuditVerdict::stored)
        .returns(2L, AuditVerdict::repeated);
    assertThat(audit(settings).findings())
        .extracting(AuditVerdict.Found::kind)
        .containsExactly("altered", "altered", "altered", "altered", "altered", "repeated");
  }

  private static JdbcSettings database(String name) {
    return JdbcSettings.pooled(
        "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0", new Credentials.None());
  }

  private static void changeByHand(String statement) {
    PerJvm.get(database("lengths")).inTransaction(handle -> handle.execute(statement));
  }

  @Test
  void thePackagedProgramPrintsOneObject() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("counts") + ";WRITE_DELAY=0";

    Program.Ended ended = program("-Dstorage.jdbc.url=" + url, "-Dstorage.connection=per-save");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    LengthsReport report =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readValue(ended.out(), LengthsReport.class);
    assertThat(report)
        .isEqualTo(
            expected(
                "message-lengths",
                "transactional-exactly-once",
                "partition",
                report.batches(),
                OptionalLong.empty(),
                OptionalLong.empty()));
  }

  @Test
  void whatAccumulatesIsRefusedUnderIdempotent() throws Exception {
    Program.Ended ended =
        new Program(folder)
            .runHere(
                arguments(
                    "-Dstorage.jdbc.url=jdbc:h2:file:"
                        + folder.resolve("refused")
                        + ";WRITE_DELAY=0",
                    "-Djob.guarantee=idempotent-exactly-once"));

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .containsExactly(
            "offsetwise: idempotent exactly-once needs results under a natural unique key: an"
                + " increment that is written again counts again; write keyed results, or choose"
                + " transactional exactly-once");
    assertThat(Files.exists(folder.resolve("refused.mv.db"))).isFalse();
  }

  @Test
  void recordsCannotBeGeneratedForAnyTopic() {
    Settings settings = settings("generated", possibleCombinations().findFirst().orElseThrow());
    RunOptions options = new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.of(7));
    JobRunner runner = new JobRunner(settings, options, new StopRequest(), new Progress.Silent());

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(runner::run)
        .withMessageStartingWith("--records 7 is refused: this job generates no records")
        .returns(StopReason.IMPOSSIBLE, StoppedException::reason);
    assertThat(OffsetwiseCommandLine.execute(nobody(), nobody(), "produce", "--records=7", KIND))
        .isEqualTo(2);
  }

  private static PrintWriter nobody() {
    return new PrintWriter(Writer.nullWriter());
  }

  private static LengthsReport expected(
      String job,
      String guarantee,
      String scope,
      long batches,
      OptionalLong messagesInLog,
      OptionalLong bytesInLog) {
    return new LengthsReport(
        job,
        guarantee,
        scope,
        "own",
        MESSAGES,
        batches,
        Map.of(
            "anything-0",
            21L,
            "anything-1",
            2L,
            "anything-2",
            2L,
            "anything-3",
            3L,
            "anything-4",
            3L,
            "lines-0",
            6L),
        COUNTS,
        MESSAGES,
        BYTES,
        messagesInLog,
        bytesInLog);
  }

  private static Program.Ended program(String... settings) throws Exception {
    return new Program(folder).run(arguments(settings));
  }

  private static String[] arguments(String... settings) {
    return Stream.concat(
            Stream.of(
                "run",
                "--until-caught-up",
                "--output=json",
                KIND,
                "-Dkafka.bootstrap-servers=" + KAFKA.server(),
                "-Dkafka.topics=[anything,lines]"),
            Stream.of(settings))
        .toArray(String[]::new);
  }

  private static LengthsReport run(Settings settings) throws InterruptedException {
    RunOptions options = new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()).compared();
    return JsonOf.report(
        new JobRunner(settings, options, new StopRequest(), new Progress.Silent()).run(),
        LengthsReport.class);
  }

  private static AuditVerdict audit(Settings settings) throws InterruptedException {
    return AuditVerdict.of(new AuditRunner(settings, new Progress.Silent()).run(), settings);
  }

  private static Settings settings(String job, Combination combination) {
    return settings(job, combination, Map.of());
  }

  private static Settings settings(
      String job, Combination combination, Map<String, String> further) {
    Map<String, String> all = new HashMap<>(further);
    all.putAll(
        Map.of(
            "data-dir",
            folder.toString(),
            "job.kind",
            "message-lengths",
            "job.name",
            job,
            "job.guarantee",
            combination.guarantee().key(),
            "job.scope",
            combination.scope().key(),
            "job.batch-interval",
            "200ms",
            "kafka.bootstrap-servers",
            KAFKA.server(),
            "kafka.topics",
            "[anything,lines]",
            "kafka.max-rate-per-partition",
            "10",
            "storage.jdbc.url",
            database("lengths").url()));
    all.putAll(LocalKafka.SHORT_WAITS);
    return Configuration.load(Optional.empty(), all).settings();
  }
}
