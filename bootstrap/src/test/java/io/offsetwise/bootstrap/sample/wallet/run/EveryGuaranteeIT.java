package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a crash every guarantee is exact in both scopes: eight streams over one broker. */
@Tag("full")
class EveryGuaranteeIT {

  private static final long RECORDS = 3_000;

  @TempDir private static Path folder;

  private static Program program;
  private static DataFolder data;

  @BeforeAll
  static void startServices() throws Exception {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
    Program.Ended started = program.runHere("local", "start");
    assertThat(started.exitCode()).as(started.err()).isZero();
  }

  @AfterAll
  static void stopServices() throws Exception {
    program.runHere("local", "stop");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyPaymentCountsOnce(DeliveryGuarantee guarantee, SaveScope scope) throws Exception {
    StreamName stream = new StreamName(guarantee.key() + "-" + scope.key());

    WalletReport summary =
        PrintedSummary.ofSuccess(
            program.runHere(
                "run",
                "--until-caught-up",
                "--records=" + RECORDS,
                "--output=json",
                "-Djob.name=" + stream,
                "-Djob.guarantee=" + guarantee.key(),
                "-Djob.scope=" + scope.key(),
                "-Djob.batch-interval=200ms",
                "-Dkafka.max-rate-per-partition=1000"));

    WalletContents expected = WalletContents.replayed(data.kafka(), PrintedSummary.end(summary));
    assertThat(summary)
        .returns(stream.value(), WalletReport::job)
        .returns(guarantee.key(), WalletReport::guarantee)
        .returns(scope.key(), WalletReport::scope)
        .returns(RECORDS, WalletReport::records)
        .returns(OptionalLong.of(RECORDS), WalletReport::ledgerEntries)
        .returns(OptionalLong.of(RECORDS), WalletReport::distinctPayments)
        .returns(summary.sumOfPayments(), WalletReport::sumOfBalances);
    assertThat(summary.batches()).isGreaterThan(1);
    assertThat(expected.ledger()).hasSize((int) RECORDS);
    try (JdbcConnections database = data.database().open()) {
      SavePlan key = guarantee.plan();
      assertThat(WalletContents.stored(database, stream, key).differencesFrom(expected)).isEmpty();
    }
    assertThat(audit(stream, guarantee))
        .returns(true, AuditVerdict::kept)
        .returns(RECORDS, AuditVerdict::sent)
        .returns(RECORDS, AuditVerdict::stored)
        .returns(List.of(), AuditVerdict::findings);
  }

  private static AuditVerdict audit(StreamName stream, DeliveryGuarantee guarantee)
      throws InterruptedException {
    Settings settings =
        Configuration.load(
                Optional.empty(),
                Map.of(
                    "data-dir",
                    data.path().toString(),
                    "job.name",
                    stream.value(),
                    "job.guarantee",
                    guarantee.key()))
            .settings();
    return AuditVerdict.of(new AuditRunner(settings, new Progress.Silent()).run(), settings);
  }

  static Stream<Arguments> combinations() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                Arrays.stream(SaveScope.values()).map(scope -> Arguments.of(guarantee, scope)));
  }
}
