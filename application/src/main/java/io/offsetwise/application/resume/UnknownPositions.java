package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.UnexplainedPosition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for positions of a stream that its results know nothing of. Runs on the driver, before the
 * claim is on record.
 *
 * @param definition of the stream
 * @param register beside its results
 */
record UnknownPositions(StreamDefinition definition, ClaimRegister register) {

  /**
   * One finding for each position of the stream's topics, if nothing is on record of the stream.
   */
  List<StartFinding> among(Map<TopicPartition, StoredPosition> stored) {
    Map<TopicPartition, StoredPosition> ofTopics = new TreeMap<>(stored);
    ofTopics.keySet().removeIf(partition -> !definition.topics().contains(partition.topic()));
    if (ofTopics.isEmpty() || register.remembers(definition.name())) {
      return List.of();
    }
    return ofTopics.values().stream()
        .<StartFinding>map(
            row -> new UnexplainedPosition.Unknown(row.topicPartition(), row.nextOffset()))
        .toList();
  }
}
