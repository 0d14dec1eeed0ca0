package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.proof.JobRun;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The log of one partition, from left to right.
 *
 * @param partition its name
 * @param stretches what each process left saved, in order
 * @param inFlight the range that was being saved at the halt; none or one
 */
public record Lane(String partition, List<Stretch> stretches, List<Stretch> inFlight) {

  static List<Lane> of(ProvedCell proved) {
    TreeMap<TopicPartition, Long> ends =
        proved.evidence().fates().stream()
            .map(fate -> fate.record())
            .collect(
                Collectors.toMap(
                    record -> record.topicPartition(),
                    record -> record.offset() + 1,
                    Math::max,
                    TreeMap::new));
    return ends.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), proved))
        .toList();
  }

  private static Lane of(TopicPartition partition, long end, ProvedCell proved) {
    return new Lane(
        partition.toString(), stretches(partition, end, proved), inFlight(partition, end, proved));
  }

  private static List<Stretch> stretches(TopicPartition partition, long end, ProvedCell proved) {
    List<Stretch> stretches = new ArrayList<>();
    for (JobRun run : proved.runs()) {
      long from = next(run.before(), partition);
      long until = next(run.after(), partition);
      if (until > from) {
        stretches.add(Stretch.of(run.halt().isPresent() ? "before" : "after", from, until, end));
      }
    }
    return stretches;
  }

  private static List<Stretch> inFlight(TopicPartition partition, long end, ProvedCell proved) {
    Optional<OffsetRange> range =
        proved.prediction().inFlight().stream()
            .filter(found -> found.topicPartition().equals(partition))
            .findFirst();
    String outcome = proved.prediction().outcome().key();
    return range.stream()
        .map(found -> Stretch.of(outcome, found.from(), found.until(), end))
        .toList();
  }

  private static long next(Positions positions, TopicPartition partition) {
    return positions.of(partition).orElse(0);
  }
}
