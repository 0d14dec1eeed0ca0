package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the end of a run is compared with Kafka's log, and what it says of it. */
@Timeout(30)
class EndOfRunTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 0);

  @TempDir private Path folder;

  private final StopRequest stop = new StopRequest();
  private final ComparedJob job = new ComparedJob();

  @ParameterizedTest
  @CsvSource({
    "LOCAL,  100000, OF_SMALL_LOGS, true",
    "LOCAL,  100001, OF_SMALL_LOGS, false",
    "LOCAL,  100001, ASKED_FOR,     true",
    "REMOTE, 1,      OF_SMALL_LOGS, false",
    "REMOTE, 1,      ASKED_FOR,     true",
    "LOCAL,  0,      ASKED_FOR,     false",
  })
  void isComparedWhereThatIsCheapOrAskedFor(
      Services services, long offsets, LogComparison wanted, boolean compared) {
    RunReport report = end(settings(services), wanted, offsets);

    assertThat(job.comparisons()).isEqualTo(compared ? 1 : 0);
    assertThat(report.verdict().isPresent()).isEqualTo(compared);
    assertThat(lastLine(report).startsWith("Kafka's log  not compared: ")).isEqualTo(!compared);
  }

  @Test
  void whatIsNotComparedSaysWhyAndWhatCompares() {
    assertThat(lastLine(end(settings(Services.LOCAL), LogComparison.OF_SMALL_LOGS, 100_001)))
        .isEqualTo(
            "Kafka's log  not compared: 100,001 offsets lie before the positions, more than"
                + " 100,000; `offsetwise audit` compares");
    assertThat(lastLine(end(settings(Services.REMOTE), LogComparison.OF_SMALL_LOGS, 5)))
        .contains("not both local", "`offsetwise audit`");
  }

  /** A stream that began at the end of a large log has read little of it. */
  @Test
  void whatLiesBeforeTheStreamsBeginningIsNotCounted() {
    assertThat(
            new RunOutcome(
                    settings(Services.LOCAL),
                    Positions.of(Map.of(PARTITION, 1_000_000L)),
                    Positions.of(Map.of(PARTITION, 1_000_005L)),
                    5,
                    1,
                    0)
                .offsetsBefore())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OF_SMALL_LOGS", "ASKED_FOR"})
  void afterAStopNothingIsCompared(LogComparison wanted) {
    stop.request();

    RunReport report = end(settings(Services.LOCAL), wanted, 5);

    assertThat(job.comparisons()).isZero();
    assertThat(lastLine(report))
        .contains("not compared: the run was stopped", "`offsetwise audit`");
  }

  @Test
  void aStopEndsAComparisonThatIsUnderWay() {
    job.goesOnAfter(stop::request);

    RunReport report = end(settings(Services.LOCAL), LogComparison.ASKED_FOR, 5);

    assertThat(job.comparisons()).isOne();
    assertThat(report.verdict()).isEmpty();
    assertThat(lastLine(report)).contains("not compared: the run was stopped while");
  }

  @ParameterizedTest
  @CsvSource({
    "transactional-exactly-once, LOST,     false",
    "transactional-exactly-once, REPEATED, false",
    "idempotent-exactly-once,    LOST,     false",
    "at-most-once,               REPEATED, false",
    "at-least-once,              LOST,     false",
    "transactional-exactly-once, GAP,      true",
    "transactional-exactly-once, SKIPPED,  true",
  })
  void aDifferenceIsRightOnlyWhereTheGuaranteePermitsIt(
      String guarantee, FindingKind kind, boolean kept) {
    job.finds(3, Finding.of(kind, PARTITION.toString(), 2, "payments-0: two of them"));

    RunReport report =
        end(settings(Services.LOCAL, "job.guarantee", guarantee), LogComparison.OF_SMALL_LOGS, 5);

    assertThat(report.verdict().map(AuditVerdict::kept)).contains(kept);
    assertThat(lastLine(report))
        .isEqualTo((kept ? "permitted    " : "BROKEN       ") + "payments-0: two of them");
  }

  /** The first start of a stream at `latest`, with a log that holds nothing since. */
  @Test
  void whereNothingIsDueNothingIsBroken() {
    job.finds(0);

    assertThat(end(settings(Services.LOCAL), LogComparison.OF_SMALL_LOGS, 5).verdict())
        .matches(verdict -> verdict.map(AuditVerdict::kept).orElse(true));
  }

  private RunReport end(Settings settings, LogComparison wanted, long offsets) {
    return new EndOfRun(settings, job, wanted, stop, new Progress.Silent())
        .report(
            outcome(settings, offsets),
            new StreamStores(settings, Unreachable.connections()),
            unreachable());
  }

  private static RunOutcome outcome(Settings settings, long offsets) {
    return new RunOutcome(
        settings, Positions.NONE, Positions.of(Map.of(PARTITION, offsets)), offsets, 2, 1);
  }

  private static FakeLog unreachable() {
    FakeLog log = new FakeLog();
    log.disconnect();
    return log;
  }

  private Settings settings(Services services) {
    return settings(services, "job.name", "ended");
  }

  private Settings settings(Services services, String key, String value) {
    return Configuration.ofDefaults(services.settings(folder, key, value)).settings();
  }

  private static String lastLine(RunReport report) {
    return report.table().lines().reduce((first, second) -> second).orElseThrow();
  }

  /** Whose broker and database they are. */
  private enum Services {
    LOCAL,
    REMOTE;

    Map<String, String> settings(Path folder, String key, String value) {
      return switch (this) {
        case LOCAL -> Map.of("data-dir", folder.toString(), key, value);
        case REMOTE ->
            Map.of(
                "data-dir",
                folder.toString(),
                "kafka.bootstrap-servers",
                Unreachable.ADDRESS,
                "storage.jdbc.url",
                "jdbc:h2:tcp://" + Unreachable.ADDRESS + "/none",
                key,
                value);
      };
    }
  }
}
