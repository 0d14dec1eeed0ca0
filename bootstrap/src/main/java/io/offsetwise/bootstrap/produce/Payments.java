package io.offsetwise.bootstrap.produce;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.bootstrap.run.Progress;
import io.offsetwise.bootstrap.wallet.WalletTopics;
import io.offsetwise.domain.wallet.PaymentGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generated payments, up to a total; those that the topics hold already are not fed again.
 *
 * @param generator makes the payments
 * @param total number of payments that the topics shall hold
 * @param progress is shown how far it is
 */
public record Payments(PaymentGenerator generator, long total, Progress progress) implements Input {

  @Override
  public long feed(KafkaConnection connection, List<String> topics) {
    AtomicLong sent = new AtomicLong();
    try (KafkaSourceLog log = KafkaSourceLog.open(connection)) {
      WalletTopics feed = new WalletTopics(connection, log, topics, generator);
      progress.count("payments", total, done -> sent.set(feed.feedUpTo(total, () -> false, done)));
    }
    return sent.get();
  }
}
