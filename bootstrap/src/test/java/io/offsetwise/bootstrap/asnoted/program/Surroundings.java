package io.offsetwise.bootstrap.asnoted.program;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Where a program runs; travels to executors and to other processes.
 *
 * @param kafka address of the broker
 * @param topics what it reads
 * @param database where it saves
 * @param checkpoint folder of its Spark checkpoint, if it uses one; need not exist
 * @param fault what may go wrong while it saves
 */
public record Surroundings(
    String kafka, List<String> topics, Database database, String checkpoint, Fault fault)
    implements Serializable {

  /** The parameters that everybody gives to the connector. */
  Map<String, Object> kafkaParams(String autoOffsetReset) {
    Map<String, Object> params = new HashMap<>();
    params.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    params.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    params.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    params.put(ConsumerConfig.GROUP_ID_CONFIG, database.program());
    params.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, autoOffsetReset);
    params.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return params;
  }
}
