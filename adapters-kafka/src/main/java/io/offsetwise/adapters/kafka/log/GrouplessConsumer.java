package io.offsetwise.adapters.kafka.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens consumers that belong to no group, commit nothing, and go nowhere by themselves. */
public final class GrouplessConsumer {

  /**
   * Who has read a range to its end has a question open at the broker already, which is answered
   * before that for the next partition: after half a second, if nobody says otherwise.
   */
  private static final String LONGEST_WAIT_MS = "50";

  private GrouplessConsumer() {}

  /**
   * Opens one. Does not wait for the broker: the first question does.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     the connection's addresses or properties are no good
   */
  public static KafkaConsumer<byte[], byte[]> open(KafkaConnection connection) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_WAIT_MS);
    properties.putAll(connection.clientProperties(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG));
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try {
      return new KafkaConsumer<>(properties, bytes, bytes);
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
  }
}
