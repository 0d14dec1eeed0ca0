package io.offsetwise.bootstrap.job;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.source.SourceLog;
import java.util.List;

/** Records that a job can generate for itself; each is a function of its number alone. */
@FunctionalInterface
public interface RecordGenerator {

  /**
   * The feed of these topics.
   *
   * @param kafka how to reach the broker
   * @param log of the same broker; stays the caller's
   * @param topics existing topics, at least one; used in turn
   */
  RecordFeed into(KafkaConnection kafka, SourceLog log, List<String> topics);
}
