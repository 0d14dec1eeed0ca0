package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.Rights;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.Serializable;
import java.util.Objects;

/**
 * The group that keeps the positions of one stream, and the names of its locks. Travels from driver
 * to executors.
 *
 * @param connection how to reach Kafka
 * @param name the group's id, not blank
 */
public record KafkaGroup(KafkaConnection connection, String name) implements Serializable {

  public KafkaGroup {
    Objects.requireNonNull(connection, "connection");
    if (name.isBlank()) {
      throw new IllegalArgumentException("group name is blank");
    }
  }

  /** What it takes to keep offsets here. */
  Rights rights() {
    return Rights.READING.withTransactionalIds(id(""));
  }

  /** The transactional id that only claims touch: its producer epoch counts them. */
  String claimId() {
    return id("claim");
  }

  /** The lock of the driver: claims, starts, and saves of whole batches. */
  GroupLock driverLock() {
    return new GroupLock(this, id("driver"));
  }

  /** The lock of whoever saves {@code partition} by itself. */
  GroupLock partitionLock(TopicPartition partition) {
    return new GroupLock(this, id("partition/" + partition));
  }

  /** The lock under which a save in {@code scope} moves {@code partition}. */
  GroupLock lockOf(SaveScope scope, TopicPartition partition) {
    return switch (scope) {
      case BATCH -> driverLock();
      case PARTITION -> partitionLock(partition);
    };
  }

  /**
   * No two groups have a name in common: topics hold no slash, and the last part tells the rest.
   */
  private String id(String lock) {
    return "offsetwise/" + name + "/" + lock;
  }
}
