package io.offsetwise.bootstrap.produce;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.util.List;

/** What topics are fed with. */
public interface Input {

  /**
   * Writes all of it and waits until every record is durable.
   *
   * @param topics existing topics, at least one; used in turn
   * @return number of records written
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     broker, topic or input is not there
   */
  long feed(KafkaConnection connection, List<String> topics);
}
