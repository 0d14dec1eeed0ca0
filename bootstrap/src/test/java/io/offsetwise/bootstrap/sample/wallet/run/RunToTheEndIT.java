package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.run.ProcessSignal;
import io.offsetwise.bootstrap.sample.wallet.PaymentGenerator;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} in an empty folder, to its end and until it is stopped. */
class RunToTheEndIT {

  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final Pattern BATCH =
      Pattern.compile(
          "(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} +([\\d,]+) records {2}lag +([\\d,]+) +[\\d,]+ ms"
              + " {2}payments(?: \\d:\\[\\d+,\\d+\\))+$");

  @TempDir private Path folder;

  private Program program;
  private DataFolder data;

  @BeforeEach
  void inAnEmptyFolder() {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
  }

  @AfterEach
  void stopWhatRuns() {
    if (data.services().isPresent()) {
      program.runHere("local", "stop");
    }
  }

  @Test
  void eachRunProcessesWhatTheFormerOnesLeft() throws Exception {
    WalletReport first =
        PrintedSummary.ofSuccess(
            program.run("run", "--until-caught-up", "--records", "20000", "-o", "json"));

    assertThat(first)
        .returns("wallet", WalletReport::job)
        .returns("transactional-exactly-once", WalletReport::guarantee)
        .returns("partition", WalletReport::scope)
        .returns("own", WalletReport::storage)
        .returns(20_000L, WalletReport::records)
        .returns(20_000L, PrintedSummary::recordsBefore)
        .returns(OptionalLong.of(20_000), WalletReport::ledgerEntries)
        .returns(OptionalLong.of(20_000), WalletReport::distinctPayments)
        .returns(Optional.of(centsOf(20_000)), WalletReport::sumOfBalances)
        .returns(Optional.of(centsOf(20_000)), WalletReport::sumOfPayments);
    assertThat(first.positions())
        .containsOnlyKeys("payments-0", "payments-1", "payments-2", "payments-3", "payments-4");
    assertThat(data.services()).isEmpty();

    startServices();
    Program.Ended second =
        program
            .onTerminal()
            .run(
                "run",
                "--until-caught-up",
                "--records=25000",
                "-ojson",
                "-Djob.batch-interval=200ms",
                "-Dkafka.max-rate-per-partition=1000");

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(PrintedSummary.of(second))
        .returns(5_000L, WalletReport::records)
        .returns(OptionalLong.of(25_000), WalletReport::ledgerEntries)
        .returns(Optional.of(centsOf(25_000)), WalletReport::sumOfBalances)
        .returns(Optional.of(centsOf(25_000)), WalletReport::sumOfPayments);
    assertShowsEachBatch(second.err(), PrintedSummary.of(second));

    Program.Ended third = program.runHere("run", "--until-caught-up", "--records", "25000");

    assertThat(third.exitCode()).as(third.err()).isZero();
    assertThat(third.err()).isEmpty();
    assertThat(third.out())
        .containsPattern("processed +0 records in 0 batches")
        .containsPattern("ledger +25,000 entries, 25,000 distinct payments")
        .containsPattern("Kafka's log +[\\d,.]+ {2}= balances");
    assertThat(data.services()).as("services that others have started go on").isPresent();
  }

  /** Each run would start them again. */
  private void startServices() {
    Program.Ended started = program.runHere("local", "start");
    assertThat(started.exitCode()).as(started.err()).isZero();
  }

  @Tag("full")
  @Test
  void aRunWithoutAnEndFeedsUntilCtrlCAndLosesNothing() throws Exception {
    feedsUntil(ProcessSignal.INT);
  }

  @Tag("full")
  @Test
  void aRunWithoutAnEndFeedsUntilItIsToldToTerminateAndLosesNothing() throws Exception {
    feedsUntil(ProcessSignal.TERM);
  }

  private void feedsUntil(ProcessSignal signal) throws Exception {
    signal.requireDeliverable();

    WalletReport stopped = runUntil(signal);
    WalletReport last =
        PrintedSummary.ofSuccess(program.runHere("run", "--until-caught-up", "-o", "json"));

    long processed = stopped.records() + last.records();
    assertThat(last)
        .returns(processed, PrintedSummary::recordsBefore)
        .returns(OptionalLong.of(processed), WalletReport::ledgerEntries)
        .returns(OptionalLong.of(processed), WalletReport::distinctPayments)
        .returns(last.sumOfPayments(), WalletReport::sumOfBalances);
  }

  private WalletReport runUntil(ProcessSignal signal) throws Exception {
    Program.Running running =
        program
            .onTerminal()
            .start("run", "-o", "json", "-Djob.batch-interval=200ms", "-Dfeed.rate=2000");
    await()
        .atMost(BOUND)
        .until(() -> batchesIn(Files.readString(running.err())).size() >= 3 || !running.isAlive());
    signal.sendTo(running.process());

    Program.Ended ended = Program.end(running);

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(143);
    assertThat(ended.err()).contains("starting the local services");
    WalletReport summary = PrintedSummary.of(ended);
    assertThat(summary.records()).isPositive();
    assertThat(summary)
        .as("after a stop nothing is compared")
        .returns(summary.records(), PrintedSummary::recordsBefore)
        .returns(OptionalLong.empty(), WalletReport::ledgerEntries)
        .returns(Optional.empty(), WalletReport::sumOfPayments);
    assertThat(data.services()).isEmpty();
    return summary;
  }

  private static void assertShowsEachBatch(String terminal, WalletReport summary) {
    List<MatchResult> batches = batchesIn(terminal);

    assertThat(batches).hasSizeGreaterThan(1).hasSize((int) summary.batches());
    assertThat(batches.stream().mapToLong(batch -> number(batch.group(1))).sum())
        .isEqualTo(summary.records());
    assertThat(number(batches.get(batches.size() - 1).group(2))).isZero();
    assertThat(terminal).contains("stream wallet is claimed");
  }

  private static List<MatchResult> batchesIn(String terminal) {
    return BATCH.matcher(terminal).results().toList();
  }

  private static long number(String grouped) {
    return Long.parseLong(grouped.replace(",", ""));
  }

  /** The sum of the first payments that are fed by default, in cents. */
  private static BigInteger centsOf(long payments) {
    PaymentGenerator generator = new PaymentGenerator(1, 100);
    return BigInteger.valueOf(
        LongStream.range(0, payments).map(number -> generator.payment(number).cents()).sum());
  }
}
