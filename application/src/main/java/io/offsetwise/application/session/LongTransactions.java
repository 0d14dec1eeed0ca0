package io.offsetwise.application.session;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions stay open for long, by the clock of whoever looks: timestamps of records are
 * what their producers say. Not thread-safe.
 */
final class LongTransactions {

  private final Duration patience;
  private final Map<Begun, Deadline> seen = new HashMap<>();
  private final Set<Begun> told = new HashSet<>();

  /** Those that are seen open for {@code patience} or longer. */
  LongTransactions(Duration patience) {
    this.patience = Objects.requireNonNull(patience, "patience");
  }

  /**
   * Takes what is open now.
   *
   * @return those that have become long since the last look, sorted by partition: each is told once
   */
  List<OpenTransaction> among(Collection<OpenTransaction> open) {
    Set<Begun> now = open.stream().map(Begun::of).collect(Collectors.toSet());
    seen.keySet().retainAll(now);
    told.retainAll(now);
    List<OpenTransaction> overdue = new ArrayList<>();
    for (OpenTransaction transaction : open) {
      Begun begun = Begun.of(transaction);
      Deadline longest = seen.computeIfAbsent(begun, first -> Deadline.in(patience));
      if (longest.hasPassed() && told.add(begun)) {
        overdue.add(transaction);
      }
    }
    overdue.sort(Comparator.comparing(OpenTransaction::partition));
    return overdue;
  }

  /** A transaction, however much its producer has written to it since. */
  private record Begun(
      TopicPartition partition, long producerId, int producerEpoch, long startOffset) {

    static Begun of(OpenTransaction open) {
      return new Begun(
          open.partition(), open.producerId(), open.producerEpoch(), open.startOffset());
    }
  }
}
