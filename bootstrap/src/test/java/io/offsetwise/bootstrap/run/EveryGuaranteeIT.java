package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.wallet.WalletReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a crash every guarantee is exact in both scopes: eight streams over one broker. */
class EveryGuaranteeIT {

  private static final long RECORDS = 3_000;

  @TempDir private static Path folder;

  private static Program program;
  private static DataFolder data;

  @BeforeAll
  static void startServices() throws Exception {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
    Program.Ended started = program.run("local", "start");
    assertThat(started.exitCode()).as(started.err()).isZero();
  }

  @AfterAll
  static void stopServices() throws Exception {
    program.run("local", "stop");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyPaymentCountsOnce(DeliveryGuarantee guarantee, SaveScope scope) throws Exception {
    StreamName stream = new StreamName(guarantee.key() + "-" + scope.key());

    WalletReport summary =
        PrintedSummary.ofSuccess(
            program.run(
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
        .returns(RECORDS, WalletReport::ledgerEntries)
        .returns(RECORDS, WalletReport::distinctPayments)
        .returns(summary.sumOfPayments(), WalletReport::sumOfBalances);
    assertThat(summary.batches()).isGreaterThan(1);
    assertThat(expected.ledger()).hasSize((int) RECORDS);
    try (JdbcConnections database = data.database().open()) {
      LedgerKey key = LedgerKey.neededBy(guarantee.plan());
      assertThat(WalletContents.stored(database, stream, key).differencesFrom(expected)).isEmpty();
    }
  }

  static Stream<Arguments> combinations() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                Arrays.stream(SaveScope.values()).map(scope -> Arguments.of(guarantee, scope)));
  }
}
