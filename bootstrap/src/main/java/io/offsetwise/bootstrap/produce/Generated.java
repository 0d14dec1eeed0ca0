package io.offsetwise.bootstrap.produce;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.log.Rights;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.job.RecordFeed;
import io.offsetwise.bootstrap.job.RecordGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generated records, up to a total; those that the topics hold already are not fed again.
 *
 * @param generator makes the records
 * @param total number of records that the topics shall hold
 * @param progress is shown how far it is
 */
public record Generated(RecordGenerator generator, long total, Progress progress) implements Input {

  @Override
  public long feed(KafkaConnection connection, List<String> topics) {
    AtomicLong sent = new AtomicLong();
    try (KafkaSourceLog log = KafkaSourceLog.open(connection, Rights.WRITING)) {
      RecordFeed feed = generator.into(connection, log, topics);
      progress.count(
          "generated records", total, done -> sent.set(feed.feedUpTo(total, () -> false, done)));
    }
    return sent.get();
  }
}
