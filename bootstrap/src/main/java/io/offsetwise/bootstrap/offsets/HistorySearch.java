package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.ResetScope;
import io.offsetwise.application.administration.StorageOfStream;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.history.OffsetFate;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Looks up what has happened to partitions of a stream in one storage.
 *
 * @param stream which stream
 * @param storage where
 * @param limit most events of one partition
 */
public record HistorySearch(StreamName stream, StorageOfStream storage, int limit) {

  public HistorySearch {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(storage, "storage");
  }

  /**
   * Looks.
   *
   * @param scope which partitions, of those that have a position
   * @param offset an offset to be asked for in each of them
   * @throws StoppedException with reason {@code UNAVAILABLE} when one that was named has no
   *     position, or none has
   */
  public HistoryReport report(ResetScope scope, OptionalLong offset) {
    Map<TopicPartition, StoredPosition> stored = storage.offsets().positions(stream);
    SortedSet<TopicPartition> partitions =
        new TreeSet<>(scope.partitions(stored.keySet(), stored.keySet()));
    requireStored(scope, partitions, stored.keySet());
    List<HistoryReport.Event> events = new ArrayList<>();
    List<HistoryReport.Answer> answers = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      List<OffsetEvent> found =
          offset.isPresent()
              ? storage.history().concerning(stream, partition, offset.getAsLong())
              : storage.history().newest(stream, partition, limit);
      found.forEach(event -> events.add(HistoryReport.Event.of(partition, event)));
      offset.ifPresent(asked -> answers.add(answer(asked, found, stored.get(partition))));
    }
    return new HistoryReport(stream.value(), storage.storage().key(), events, answers, notes());
  }

  /** Who asks for a partition by name must not read an answer without it as one about it. */
  private void requireStored(
      ResetScope scope, Set<TopicPartition> partitions, Set<TopicPartition> stored) {
    Set<String> topics = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    Set<String> asked = scope.topics(Set.of(), stored, UnaryOperator.identity());
    if (partitions.isEmpty() || !stored.containsAll(partitions) || !topics.containsAll(asked)) {
      Set<String> without = new TreeSet<>(asked);
      without.removeAll(topics);
      partitions.stream()
          .filter(partition -> !stored.contains(partition))
          .forEach(partition -> without.add(partition.toString()));
      throw unknown(without);
    }
  }

  private HistoryReport.Answer answer(
      long offset, List<OffsetEvent> events, StoredPosition position) {
    OffsetFate fate =
        new OffsetFate(
            offset, events, OptionalLong.of(position.nextOffset()), storage.history().saves());
    TopicPartition partition = position.topicPartition();
    return new HistoryReport.Answer(partition.topic(), partition.partition(), fate.describe());
  }

  private List<String> notes() {
    return storage.history().saves() == SaveHistory.KEPT
        ? List.of()
        : List.of(
            "The storage "
                + storage.storage().key()
                + " keeps positions alone: saves are not on record, only starts, gaps and resets");
  }

  private StoppedException unknown(Set<String> without) {
    return StopReason.UNAVAILABLE.because(
        "no such position is stored for stream %s in the storage %s%s: it has probably never read"
            + " these partitions, or its name is another one; look at `offsets describe`",
        stream, storage.storage().key(), without.isEmpty() ? "" : ", of " + without);
  }
}
