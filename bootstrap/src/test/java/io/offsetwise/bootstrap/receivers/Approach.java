package io.offsetwise.bootstrap.receivers;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/** How a stream comes to Kafka's records; each record becomes its place. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
enum Approach {
  ONE_RECEIVER {
    @Override
    JavaDStream<String> stream(JavaStreamingContext context, String server, String topic) {
      return receiver(context, server, topic);
    }
  },
  TWO_RECEIVERS {
    @Override
    JavaDStream<String> stream(JavaStreamingContext context, String server, String topic) {
      return receiver(context, server, topic).union(receiver(context, server, topic));
    }
  },
  DIRECT {
    @Override
    JavaDStream<String> stream(JavaStreamingContext context, String server, String topic) {
      Map<String, Object> properties =
          Map.of(
              ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
              server,
              ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
              ByteArrayDeserializer.class,
              ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
              ByteArrayDeserializer.class,
              ConsumerConfig.GROUP_ID_CONFIG,
              "direct-" + topic,
              ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
              false,
              ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
              false,
              ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
              "earliest");
      return KafkaUtils.createDirectStream(
              context,
              LocationStrategies.PreferConsistent(),
              ConsumerStrategies.<byte[], byte[]>Subscribe(Set.of(topic), properties))
          .map(KafkaReceiver::place);
    }
  };

  abstract JavaDStream<String> stream(JavaStreamingContext context, String server, String topic);

  private static JavaDStream<String> receiver(
      JavaStreamingContext context, String server, String topic) {
    return context.receiverStream(new KafkaReceiver(server, topic, Commits.BY_ITSELF));
  }
}
