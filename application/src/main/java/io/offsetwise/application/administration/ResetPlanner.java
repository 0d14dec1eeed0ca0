package io.offsetwise.application.administration;

import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PlannedReset;
import io.offsetwise.domain.reset.ResettablePartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings positions and log together for a reset.
 *
 * @param stream whose positions
 * @param topics that its job reads
 * @param log what it holds now
 */
record ResetPlanner(StreamName stream, Set<String> topics, SourceLog log) {

  ResetPlanner {
    topics = Set.copyOf(topics);
  }

  /** A plan for every partition in the scope of the request, sorted. */
  List<PlannedReset> plan(ResetRequest request, Map<TopicPartition, StoredPosition> stored) {
    Map<TopicPartition, PartitionInLog> inLog =
        log.describe(request.scope().topics(topics, stored.keySet(), log::present));
    Set<TopicPartition> partitions =
        new TreeSet<>(request.scope().partitions(inLog.keySet(), stored.keySet()));
    requireAny(request, partitions);
    requireKnown(partitions, inLog.keySet(), stored.keySet());
    Positions atTime =
        request.target().time().map(time -> log.offsetsAt(partitions, time)).orElse(Positions.NONE);
    return partitions.stream()
        .map(
            partition ->
                plan(
                    request,
                    new ResettablePartition(
                        partition,
                        Optional.ofNullable(stored.get(partition)),
                        inLog.get(partition),
                        atTime.of(partition))))
        .toList();
  }

  private PlannedReset plan(ResetRequest request, ResettablePartition partition) {
    OptionalLong requested = request.target().requested(partition);
    OptionalLong position = request.target().positionIn(partition);
    if (requested.isEmpty() || position.isEmpty()) {
      throw StopReason.UNAVAILABLE.because(
          "%s has no position that %s could go on from: it has probably never been read; leave"
              + " it out, or name an offset",
          partition.partition(), request.option());
    }
    return new PlannedReset(partition, requested.getAsLong(), position.getAsLong());
  }

  /** A reset that moves nothing must not look like one that was made. */
  private void requireAny(ResetRequest request, Set<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      throw StopReason.UNAVAILABLE.because(
          """
              there is nothing that %s could move: stream %s has no position of a topic that is \
              there; it has probably never been started, or its topics were deleted; correct \
              job.name or kafka.topics""",
          request.option(), stream);
    }
  }

  private void requireKnown(
      Set<TopicPartition> partitions, Set<TopicPartition> inLog, Set<TopicPartition> stored) {
    for (TopicPartition partition : partitions) {
      if (!inLog.contains(partition)) {
        throw StopReason.UNAVAILABLE.because(
            "the log has no partition %s: its number is probably wrong, or the topic was"
                + " created again with fewer partitions; correct the number",
            partition);
      }
      if (!topics.contains(partition.topic()) && !stored.contains(partition)) {
        throw StopReason.UNAVAILABLE.because(
            """
                stream %s does not read %s: kafka.topics is %s; correct the topic, or \
                kafka.topics""",
            stream, partition, new TreeSet<>(topics));
      }
    }
  }
}
