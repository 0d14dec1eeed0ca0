package io.offsetwise.application.administration;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Which partitions a reset is about. */
public sealed interface ResetScope {

  /**
   * The topics to look at. Those that the job reads or that somebody has named must be there;
   * others of which a position is stored need not be there any more, and are left out then.
   *
   * @param ofJob those that the job reads
   * @param stored the partitions that have a position
   * @param present keeps those of some topics that are there
   */
  Set<String> topics(
      Set<String> ofJob, Set<TopicPartition> stored, UnaryOperator<Set<String>> present);

  /**
   * The partitions.
   *
   * @param inLog all partitions of these topics
   * @param stored as above
   * @return they may be ones that the log does not have
   */
  Set<TopicPartition> partitions(Set<TopicPartition> inLog, Set<TopicPartition> stored);

  /** All partitions of the topics that the job reads. */
  record TopicsOfJob() implements ResetScope {
    @Override
    public Set<String> topics(
        Set<String> ofJob, Set<TopicPartition> stored, UnaryOperator<Set<String>> present) {
      return ofJob;
    }

    @Override
    public Set<TopicPartition> partitions(Set<TopicPartition> inLog, Set<TopicPartition> stored) {
      return inLog;
    }
  }

  /**
   * {@code --all-topics}: all partitions that have a position, as with Kafka's tool. Those of
   * former topics that are gone are left out.
   */
  record Stored() implements ResetScope {
    @Override
    public Set<String> topics(
        Set<String> ofJob, Set<TopicPartition> stored, UnaryOperator<Set<String>> present) {
      Set<String> topics = topicsOf(stored);
      Set<String> others = new HashSet<>(topics);
      others.removeAll(ofJob);
      topics.removeAll(others);
      topics.addAll(present.apply(others));
      return topics;
    }

    @Override
    public Set<TopicPartition> partitions(Set<TopicPartition> inLog, Set<TopicPartition> stored) {
      Set<String> there = topicsOf(inLog);
      return stored.stream()
          .filter(partition -> there.contains(partition.topic()))
          .collect(Collectors.toSet());
    }
  }

  /**
   * {@code --topic}, as often as it is given.
   *
   * @param selections what was named, at least one
   */
  record Named(List<Selection> selections) implements ResetScope {
    public Named {
      selections = List.copyOf(selections);
    }

    /** Exactly these partitions. */
    public static Named of(Set<TopicPartition> partitions) {
      return new Named(
          partitions.stream()
              .map(each -> new Selection(each.topic(), Optional.of(Set.of(each.partition()))))
              .toList());
    }

    @Override
    public Set<String> topics(
        Set<String> ofJob, Set<TopicPartition> stored, UnaryOperator<Set<String>> present) {
      return selections.stream().map(Selection::topic).collect(Collectors.toSet());
    }

    @Override
    public Set<TopicPartition> partitions(Set<TopicPartition> inLog, Set<TopicPartition> stored) {
      return selections.stream()
          .flatMap(selection -> selection.partitions(inLog).stream())
          .collect(Collectors.toSet());
    }
  }

  /**
   * A topic, or some of its partitions.
   *
   * @param topic name of the topic
   * @param numbers partition numbers; empty means all of them
   */
  record Selection(String topic, Optional<Set<Integer>> numbers) {

    private Set<TopicPartition> partitions(Set<TopicPartition> inLog) {
      return numbers
          .map(
              named ->
                  named.stream()
                      .map(number -> new TopicPartition(topic, number))
                      .collect(Collectors.toSet()))
          .orElseGet(
              () ->
                  inLog.stream()
                      .filter(partition -> partition.topic().equals(topic))
                      .collect(Collectors.toSet()));
    }
  }

  private static Set<String> topicsOf(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(TopicPartition::topic)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
