package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.kafka.feed.LogReplay;
import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.bootstrap.laboratory.evidence.SentPayment;
import io.offsetwise.bootstrap.laboratory.evidence.SentPayments;
import io.offsetwise.bootstrap.laboratory.money.DigitCodedPayments;
import io.offsetwise.bootstrap.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.wallet.PaymentJson;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.wallet.Payment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The topics that all jobs of a run read: two, with three partitions each, since with fewer
 * partitions wrong orders may hide.
 *
 * @param kafka the broker
 */
record LaboratoryTopics(KafkaConnection kafka) {

  private static final List<String> TOPICS = List.of("deposits", "transfers");

  private static final int PARTITIONS = 3;

  /** All partitions, in Kafka's order. */
  static List<TopicPartition> partitions() {
    return TOPICS.stream().flatMap(LaboratoryTopics::partitionsOf).toList();
  }

  /** The setting that makes a job read them. */
  static Map<String, String> settings() {
    return Map.of("kafka.topics", "[" + String.join(",", TOPICS) + "]");
  }

  /** Creates the topics and writes all payments, each durable and once. */
  void feed(DigitCodedPayments payments) {
    try (TopicCreator creator = TopicCreator.open(kafka)) {
      TOPICS.forEach(topic -> creator.createIfAbsent(topic, PARTITIONS));
    }
    PaymentJson json = new PaymentJson();
    try (RecordFeeder feeder = RecordFeeder.open(kafka)) {
      for (int number = 0; number < payments.records(); number++) {
        TopicPartition partition = payments.partitionOf(number);
        Payment payment = payments.payment(number);
        feeder.send(
            new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                payment.wallet().getBytes(StandardCharsets.UTF_8),
                json.encode(payment)));
      }
      feeder.flush();
    }
  }

  /** What Kafka's log holds, up to its end. */
  List<SentPayment> replay() {
    SentPayments payments = new SentPayments(new JsonPaymentDecoder());
    try (KafkaSourceLog log = KafkaSourceLog.open(kafka)) {
      new LogReplay(kafka).replay(log.endOf(log.partitions(Set.copyOf(TOPICS))), payments);
    }
    return payments.payments();
  }

  private static Stream<TopicPartition> partitionsOf(String topic) {
    return IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number));
  }
}
