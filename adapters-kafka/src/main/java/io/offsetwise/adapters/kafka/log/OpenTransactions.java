package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;

/**
 * Looks up transactions that are open, at the leaders of their partitions.
 *
 * @param admin is asked
 */
record OpenTransactions(BoundedAdmin admin) {

  /** The one that begins first in each of {@code partitions}; those without any are left out. */
  Map<TopicPartition, OpenTransaction> firstIn(Collection<TopicPartition> partitions) {
    List<org.apache.kafka.common.TopicPartition> kafkas =
        partitions.stream().map(KafkaPartitions::kafkas).toList();
    Map<TopicPartition, OpenTransaction> open = new HashMap<>();
    admin
        .ask("for the producers of " + partitions, client -> client.describeProducers(kafkas).all())
        .forEach(
            (partition, state) ->
                first(KafkaPartitions.ours(partition), state)
                    .ifPresent(transaction -> open.put(transaction.partition(), transaction)));
    return Map.copyOf(open);
  }

  private static Optional<OpenTransaction> first(
      TopicPartition partition, PartitionProducerState state) {
    return state.activeProducers().stream()
        .filter(producer -> producer.currentTransactionStartOffset().isPresent())
        .map(producer -> ours(partition, producer))
        .min(Comparator.comparingLong(OpenTransaction::startOffset));
  }

  private static OpenTransaction ours(TopicPartition partition, ProducerState producer) {
    return new OpenTransaction(
        partition,
        producer.producerId(),
        producer.producerEpoch(),
        producer.currentTransactionStartOffset().orElseThrow(),
        Instant.ofEpochMilli(producer.lastTimestamp()));
  }
}
