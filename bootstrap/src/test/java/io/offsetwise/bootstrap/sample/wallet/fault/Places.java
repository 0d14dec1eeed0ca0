package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Places of records, {@code topic-partition@offset}, as a test expects them.
 *
 * @param asList the places, in the order of the log
 */
record Places(List<String> asList) {

  /** From {@code from}, inclusive, until {@code until}, exclusive. */
  static Places of(String partition, long from, long until) {
    return new Places(
        LongStream.range(from, until).mapToObj(offset -> partition + "@" + offset).toList());
  }

  /** The first {@code records} of each of so many partitions. */
  static Places ofEach(PaymentTopic topic, int partitions, int records) {
    Places places = new Places(List.of());
    for (int partition = 0; partition < partitions; partition++) {
      places = places.and(topic.name() + "-" + partition, 0, records);
    }
    return places;
  }

  /** Everything before the positions, of partitions that were read from their first record. */
  static Places before(Positions positions) {
    Places places = new Places(List.of());
    for (Map.Entry<TopicPartition, Long> next : new TreeMap<>(positions.nextOffsets()).entrySet()) {
      places = places.and(next.getKey().toString(), 0, next.getValue());
    }
    return places;
  }

  /** These and then those. */
  Places and(String partition, long from, long until) {
    return new Places(
        Stream.concat(asList.stream(), of(partition, from, until).asList.stream()).toList());
  }
}
