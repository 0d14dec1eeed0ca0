package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.feed.LogReplay;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.MalformedPaymentException;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.offset.Positions;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
    WalletRows.Summary expected = expected();
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

  private Contestant verified(Contestant saving, WalletRows.Summary expected) {
    return new Verified(saving, PerJvm.get(testbed.database()), expected);
  }

  /** What the topic holds, from Kafka's log. */
  private WalletRows.Summary expected() {
    JsonPaymentDecoder decoder = new JsonPaymentDecoder();
    AtomicReference<ExactSum> sum = new AtomicReference<>(ExactSum.ZERO);
    Positions end = testbed.log().endOf(testbed.log().partitions(Set.of(Workload.TOPIC)));
    long payments =
        new LogReplay(testbed.kafka())
            .replay(end, record -> sum.set(sum.get().plus(centsOf(decoder, record))));
    BigInteger cents = sum.get().exact();
    return new WalletRows.Summary(payments, payments, cents, cents, 0);
  }

  private static long centsOf(JsonPaymentDecoder decoder, SourceRecord record) {
    try {
      return decoder.decode(record.value()).cents();
    } catch (MalformedPaymentException foreign) {
      throw new IllegalStateException("the topic holds something that was not fed", foreign);
    }
  }

  private static Standing standing(Contestant contestant, Map<String, List<Attempt>> attempts) {
    return Standing.of(contestant.name(), attempts.get(contestant.name()));
  }
}
