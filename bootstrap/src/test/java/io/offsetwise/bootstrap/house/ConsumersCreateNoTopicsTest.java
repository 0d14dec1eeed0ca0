package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A consumer that says nothing else asks for metadata in a way that creates topics: one that was
 * deleted comes back, empty and in the broker's shape. Whoever opens a consumer, or has Spark open
 * one, says so in the same file, or is given properties in which it is said.
 */
class ConsumersCreateNoTopicsTest {

  private static final List<String> OPENING =
      List.of("new KafkaConsumer<", "extends KafkaConsumer<", "ConsumerStrategies.", ".createRDD(");

  private static final List<String> SAID =
      List.of("ALLOW_AUTO_CREATE_TOPICS_CONFIG", "\"allow.auto.create.topics\"");

  /** They take what {@code ConsumerProperties} has made for a session. */
  private static final Set<String> GIVEN = Set.of("StreamingContexts", "CommittingConsumer");

  /** The notes' own programs are as they were written. */
  private static final Set<String> AS_NOTED =
      Set.of("AutoCommit", "CommitAsync", "ConstantOffsets", "NoOffsets", "OwnDataStore");

  @Test
  void whoeverOpensAConsumerSaysThatItCreatesNoTopics() {
    Set<String> silent = new TreeSet<>();
    Stream.of(SourceTree.ofProduct(), SourceTree.ofTests())
        .flatMap(List::stream)
        .map(tree -> tree.textsWith(OPENING))
        .forEach(texts -> silent.addAll(silent(texts)));
    silent.remove(getClass().getSimpleName());

    assertThat(silent).containsExactlyInAnyOrderElementsOf(union(GIVEN, AS_NOTED));
  }

  private static List<String> silent(Map<String, String> texts) {
    return texts.entrySet().stream()
        .filter(file -> SAID.stream().noneMatch(file.getValue()::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
