package io.offsetwise.application.resume;

import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.UnexplainedPosition;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks for positions that nothing on record beside the results explains. Runs on the driver,
 * before the claim is on record.
 *
 * @param definition of the stream
 * @param register beside its results
 */
record UnknownPositions(StreamDefinition definition, ClaimRegister register) {

  /**
   * One finding for each such position of the stream's topics: all of them, if nothing is on record
   * of the stream, or else those that are further than it has come.
   */
  List<StartFinding> among(Map<TopicPartition, StoredPosition> stored) {
    Map<TopicPartition, StoredPosition> ofTopics = new TreeMap<>(stored);
    ofTopics.keySet().removeIf(partition -> !definition.topics().contains(partition.topic()));
    if (ofTopics.isEmpty()) {
      return List.of();
    }
    if (!register.remembers(definition.name())) {
      return ofTopics.values().stream()
          .<StartFinding>map(
              row -> new UnexplainedPosition.Unknown(row.topicPartition(), row.nextOffset()))
          .toList();
    }
    return isComparable() ? ahead(ofTopics) : List.of();
  }

  /**
   * Results of the own store's positions may be in another database than its resets, and nobody
   * else writes there. Where offsets are saved first, a crash leaves positions ahead of the
   * results.
   */
  private boolean isComparable() {
    return definition.saving().combination().storage().atomicity() == Atomicity.SEPARATE_COMMITS
        && !definition.saving().plan().savesOffsetsFirst();
  }

  private List<StartFinding> ahead(Map<TopicPartition, StoredPosition> stored) {
    Positions reached = register.reached(definition.name());
    return stored.values().stream().flatMap(row -> ahead(row, reached)).toList();
  }

  private static Stream<StartFinding> ahead(StoredPosition row, Positions reached) {
    OptionalLong known = reached.of(row.topicPartition());
    return known.isPresent() && row.nextOffset() > known.getAsLong()
        ? Stream.of(
            new UnexplainedPosition.Ahead(
                row.topicPartition(), known.getAsLong(), row.nextOffset()))
        : Stream.empty();
  }
}
