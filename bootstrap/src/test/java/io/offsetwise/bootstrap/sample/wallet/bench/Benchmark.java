package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.adapters.storage.postgresql.PostgresDialect;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.MalformedPaymentException;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Positions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
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

  /** Reading alone, and what one would write by hand with Spark and without. */
  private static final int REFERENCES = 4;

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
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(new UntilAllRead(workload, testbed, ConnectorStream.reading()));
    contestants.add(live(ConnectorStream.byHand(fastest()), expected));
    contestants.add(live(ConnectorStream.byHandReadingFirst(fastest()), expected));
    for (LoopLedger.Way way : ways()) {
      contestants.add(verified(new HandWrittenLoop(workload, testbed, way), expected));
    }
    contestants.add(
        job(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION, expected));
    contestants.add(job(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH, expected));
    contestants.add(
        job(DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE, SaveScope.PARTITION, ledgerOf(expected)));
    return new BenchmarkReport(
        machine,
        testbed.database().dialect().name(),
        Workload.PARTITIONS + " partitions, " + Workload.THREADS + " threads each",
        workload,
        new Competition(workload, contestants, notices)
            .run().entrySet().stream()
                .map(attempts -> Standing.of(attempts.getKey(), attempts.getValue()))
                .toList(),
        REFERENCES);
  }

  /** The first is what others are measured by. */
  private List<LoopLedger.Way> ways() {
    return testbed.database().dialect() instanceof PostgresDialect
        ? List.of(LoopLedger.Way.MULTI_ROW, LoopLedger.Way.COPY)
        : List.of(LoopLedger.Way.BATCHES, LoopLedger.Way.MULTI_ROW);
  }

  private LoopLedger.Way fastest() {
    return testbed.database().dialect() instanceof PostgresDialect
        ? LoopLedger.Way.COPY
        : LoopLedger.Way.BATCHES;
  }

  private Contestant live(LiveStream stream, WalletRows.Summary expected) {
    return verified(new UntilAllRead(workload, testbed, stream), expected);
  }

  private Contestant job(
      DeliveryGuarantee guarantee, SaveScope scope, WalletRows.Summary expected) {
    return live(new WalletStream(guarantee, scope), expected);
  }

  /** Balances are not kept where they could not be right. */
  private static WalletRows.Summary ledgerOf(WalletRows.Summary all) {
    return new WalletRows.Summary(
        all.ledgerEntries(),
        all.distinctPayments(),
        BigInteger.ZERO,
        all.sumOfLedger(),
        all.deadLetters());
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
}
