package io.offsetwise.bootstrap.brokers;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.application.source.SourceLog;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ElectLeadersOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.awaitility.Awaitility;

/**
 * Which brokers have which partitions; every wait is bounded.
 *
 * @param admins one for each question, see {@link Brokers#admin}
 * @param connection to all of them
 */
public record ReplicatedTopics(Supplier<Admin> admins, KafkaConnection connection) {

  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final int ATTEMPT_MS = 3_000;

  /** Creates a topic whose partitions lie, in their order, on these brokers. */
  public void create(
      String topic, Map<String, String> properties, List<List<Integer>> brokersOfPartitions)
      throws Exception {
    Map<Integer, List<Integer>> assignments =
        IntStream.range(0, brokersOfPartitions.size())
            .boxed()
            .collect(Collectors.toMap(partition -> partition, brokersOfPartitions::get));
    ask(
        admin ->
            admin.createTopics(Set.of(new NewTopic(topic, assignments).configs(properties))).all());
    for (int partition = 0; partition < brokersOfPartitions.size(); partition++) {
      awaitLeader(topic, partition, brokersOfPartitions.get(partition).get(0));
    }
    try (SourceLog log = KafkaSourceLog.open(connection)) {
      log.idOf(topic); // when all of them know it
    }
  }

  /** Moves a partition to other brokers, and returns when it is there. */
  public void move(String topic, int partition, List<Integer> brokers) throws Exception {
    Map<TopicPartition, Optional<NewPartitionReassignment>> moves =
        Map.of(
            new TopicPartition(topic, partition),
            Optional.of(new NewPartitionReassignment(brokers)));
    ask(admin -> admin.alterPartitionReassignments(moves).all());
    await(
        topic,
        partition,
        moved ->
            ids(moved.replicas()).equals(Set.copyOf(brokers)) && brokers.contains(leader(moved)));
  }

  /** Waits until exactly these brokers have all of a partition. */
  public void awaitInSync(String topic, int partition, Set<Integer> brokers) {
    await(topic, partition, described -> ids(described.isr()).equals(brokers));
  }

  /** Waits until a partition is led by this broker. */
  public void awaitLeader(String topic, int partition, int broker) {
    await(topic, partition, described -> leader(described) == broker);
  }

  /**
   * Makes a broker the leader that has not all of a partition, when those that have are gone. While
   * the controllers elect their own leader, nobody may answer a question of that time any more.
   */
  public void electUncleanly(String topic, int partition, int broker) {
    Awaitility.await()
        .atMost(BOUND)
        .ignoreExceptionsInstanceOf(ExecutionException.class) // it has just been started
        .until(
            () -> {
              // first: an election whose answer was lost is refused when it is asked for again
              if (leader(describe(topic, partition)) != broker) {
                elect(topic, partition);
              }
              return leader(describe(topic, partition)) == broker;
            });
  }

  private void elect(String topic, int partition) throws Exception {
    ask(
        admin ->
            admin
                .electLeaders(
                    ElectionType.UNCLEAN,
                    Set.of(new TopicPartition(topic, partition)),
                    new ElectLeadersOptions().timeoutMs(ATTEMPT_MS))
                .all());
  }

  private void await(String topic, int partition, Predicate<TopicPartitionInfo> state) {
    Awaitility.await()
        .atMost(BOUND)
        .ignoreExceptionsInstanceOf(ExecutionException.class) // not yet known everywhere
        .until(() -> state.test(describe(topic, partition)));
  }

  private TopicPartitionInfo describe(String topic, int partition) throws Exception {
    DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs(ATTEMPT_MS);
    return ask(admin -> admin.describeTopics(Set.of(topic), options).allTopicNames())
        .get(topic)
        .partitions()
        .get(partition);
  }

  private <T> T ask(Function<Admin, KafkaFuture<T>> question) throws Exception {
    try (Admin admin = admins.get()) {
      return question.apply(admin).get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** 0 when there is none. */
  private static int leader(TopicPartitionInfo partition) {
    return Optional.ofNullable(partition.leader()).map(Node::id).orElse(0);
  }

  private static Set<Integer> ids(Collection<Node> brokers) {
    return brokers.stream().map(Node::id).collect(Collectors.toSet());
  }
}
