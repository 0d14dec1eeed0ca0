package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates topics and widens them. Every request is bounded by the connection's timeout; what cannot
 * be done is a {@link StoppedException} with reason {@code UNAVAILABLE}.
 */
public final class TopicCreator implements AutoCloseable {

  private static final long PAUSE_NANOS = 20_000_000;

  private final KafkaConnection connection;
  private final BoundedAdmin admin;
  private final TopicCatalog catalog;

  private TopicCreator(KafkaConnection connection, BoundedAdmin admin) {
    this.connection = connection;
    this.admin = admin;
    this.catalog = new TopicCatalog(admin);
  }

  /** Opens a client of its own; see {@link BoundedAdmin#open}. */
  public static TopicCreator open(KafkaConnection connection) {
    return new TopicCreator(connection, BoundedAdmin.open(connection));
  }

  /**
   * Creates the topic unless it exists, with the broker's own replication factor.
   *
   * @param partitions how many partitions a new topic gets, 1 or more
   * @return how many partitions the topic has, which may differ when it existed before
   */
  public int createIfAbsent(String topic, int partitions) {
    return createIfAbsent(topic, partitions, Map.of());
  }

  /**
   * The same with topic properties, such as {@code retention.ms}.
   *
   * @param properties of a new topic, under Kafka's names; those of an existing one stay
   */
  public int createIfAbsent(String topic, int partitions, Map<String, String> properties) {
    if (catalog.find(topic).isEmpty()) {
      create(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(properties));
      awaitPartitions(topic, 1);
    }
    return catalog.describe(Set.of(topic)).get(topic).partitions().size();
  }

  /**
   * Widens an existing topic.
   *
   * @param partitions how many it has then; more than it has now
   */
  public void expandTo(String topic, int partitions) {
    admin.ask(
        "to give " + partitions + " partitions to " + topic,
        client ->
            client.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all());
    awaitPartitions(topic, partitions);
  }

  private void create(NewTopic topic) {
    try {
      admin.ask("to create " + topic.name(), client -> client.createTopics(List.of(topic)).all());
    } catch (StoppedException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // somebody else was faster
        throw e;
      }
    }
  }

  /**
   * The controller answers before the broker that we ask has heard of the partitions, and that
   * broker names itself as their leader before it has made their logs: only an offset proves a log.
   */
  private void awaitPartitions(String topic, int partitions) {
    Map<TopicPartition, OffsetSpec> ends =
        awaitLeaders(topic, partitions).partitions().stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    partition -> OffsetSpec.latest()));
    admin.ask("for the offsets of the new " + topic, client -> client.listOffsets(ends).all());
  }

  private TopicDescription awaitLeaders(String topic, int partitions) {
    Deadline deadline = Deadline.in(connection.timeout());
    while (true) {
      Optional<TopicDescription> led =
          catalog.find(topic).filter(found -> isLed(found, partitions));
      if (led.isPresent()) {
        return led.get();
      }
      if (deadline.hasPassed()) {
        throw new ClientFailure(connection)
            .of("to lead the partitions of " + topic, new TimeoutException("no leader"));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isLed(TopicDescription topic, int partitions) {
    return topic.partitions().size() >= partitions
        && topic.partitions().stream().allMatch(partition -> partition.leader() != null);
  }

  @Override
  public void close() {
    admin.close();
  }
}
