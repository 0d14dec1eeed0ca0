package io.offsetwise.bootstrap.bench;

import io.offsetwise.adapters.kafka.feed.LogReplay;
import io.offsetwise.adapters.storage.wallet.JdbiWalletView;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.adapters.storage.wallet.WalletSummary;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.wallet.PaymentSum;
import io.offsetwise.domain.offset.Positions;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All contestants on one testbed.
 *
 * @param workload the work
 * @param testbed what they share; stays the caller's
 */
record Benchmark(Workload workload, Testbed testbed) {

  /**
   * Runs all rounds.
   *
   * @param notices takes a line after each turn
   * @throws IllegalStateException when a contestant has not read or stored exactly what the topic
   *     holds
   */
  BenchmarkReport run(Consumer<String> notices) throws Exception {
    Machine machine = Machine.current();
    WalletSummary expected = expected();
    Contestant reading = new SparkReading(workload, testbed);
    Contestant loop = verified(new HandWrittenLoop(workload, testbed), expected);
    Contestant job = verified(new WalletStream(testbed), expected);
    Map<String, List<Attempt>> attempts =
        new Competition(workload, List.of(reading, loop, job), notices).run();
    return new BenchmarkReport(
        machine,
        workload,
        standing(reading, attempts),
        standing(loop, attempts),
        standing(job, attempts));
  }

  private Contestant verified(Contestant saving, WalletSummary expected) {
    return new Verified(
        saving, new JdbiWalletView(PerJvm.get(testbed.database()), LedgerKey.NONE), expected);
  }

  /** What the topic holds, from Kafka's log. */
  private WalletSummary expected() {
    PaymentSum sum = new PaymentSum();
    Positions end = testbed.log().endOf(testbed.log().partitions(Set.of(Workload.TOPIC)));
    long payments = new LogReplay(testbed.kafka()).replay(end, sum);
    BigInteger cents = sum.cents().exact();
    return new WalletSummary(payments, payments, cents, cents, 0);
  }

  private static Standing standing(Contestant contestant, Map<String, List<Attempt>> attempts) {
    return Standing.of(contestant.name(), attempts.get(contestant.name()));
  }
}
