package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.job.RecordFeed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The topics of the wallet job, fed with generated payments. */
public final class WalletTopics implements RecordFeed {

  private final KafkaConnection kafka;
  private final SourceLog log;
  private final List<String> topics;
  private final PaymentGenerator generator;

  /**
   * The topics behind a connection.
   *
   * @param log of the same broker; stays the caller's
   * @param topics at least one
   */
  public WalletTopics(
      KafkaConnection kafka, SourceLog log, List<String> topics, PaymentGenerator generator) {
    this.kafka = Objects.requireNonNull(kafka, "kafka");
    this.log = Objects.requireNonNull(log, "log");
    this.topics = List.copyOf(topics);
    this.generator = Objects.requireNonNull(generator, "generator");
  }

  @Override
  public long feedUpTo(long total, BooleanSupplier stop, LongConsumer done) {
    FedPayments present = present();
    try (RecordFeeder feeder = RecordFeeder.open(kafka)) {
      return new PaymentFeed(generator, topics, feeder).feedUpTo(present, total, stop, done);
    }
  }

  @Override
  public Running keepFeeding(int rate, Consumer<RuntimeException> failed) {
    FedPayments present = present();
    RecordFeeder feeder = RecordFeeder.open(kafka);
    return new ContinuousFeed(
        new PaymentFeed(generator, topics, feeder), present, rate, failed, feeder::close);
  }

  private FedPayments present() {
    FedPayments present = new FedPayments(generator);
    new LogReplay(kafka).replay(log.endOf(log.partitions(Set.copyOf(topics))), present);
    return present;
  }
}
