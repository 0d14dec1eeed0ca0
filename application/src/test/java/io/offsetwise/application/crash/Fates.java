package io.offsetwise.application.crash;

import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What has become of each record.
 *
 * @param hit the ranges whose save was crashed
 * @param outcomes by partition, one for each offset from 0 on
 */
record Fates(BatchRanges hit, Map<TopicPartition, List<CrashOutcome>> outcomes) {

  /** The fates of the records in the crashed save: one, unless they did not share it. */
  List<CrashOutcome> ofTheHit() {
    return outcomesOf(true).distinct().toList();
  }

  /** The fates of all other records. */
  List<CrashOutcome> ofTheOthers() {
    return outcomesOf(false).distinct().toList();
  }

  Map<CrashOutcome, Long> count() {
    return outcomes.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
  }

  private Stream<CrashOutcome> outcomesOf(boolean asked) {
    return outcomes.entrySet().stream()
        .flatMap(
            entry ->
                IntStream.range(0, entry.getValue().size())
                    .filter(offset -> isHit(entry.getKey(), offset) == asked)
                    .mapToObj(offset -> entry.getValue().get(offset)));
  }

  private boolean isHit(TopicPartition partition, long offset) {
    return hit.ranges().stream()
        .filter(range -> range.topicPartition().equals(partition))
        .anyMatch(range -> range.contains(offset));
  }
}
