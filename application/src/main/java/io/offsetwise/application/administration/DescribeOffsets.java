package io.offsetwise.application.administration;

import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import io.offsetwise.domain.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells how a stream stands in all its storages. Claims nothing and writes nothing. */
public final class DescribeOffsets {

  private final StoragesOfStream stream;
  private final Set<String> topics;
  private final SourceLog log;
  private final StreamPresence presence;

  /**
   * A look at {@code stream}.
   *
   * @param topics that its job reads
   */
  public DescribeOffsets(
      StoragesOfStream stream, Set<String> topics, SourceLog log, StreamPresence presence) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.topics = Set.copyOf(topics);
    this.log = Objects.requireNonNull(log, "log");
    this.presence = Objects.requireNonNull(presence, "presence");
  }

  /**
   * Looks. The log is asked last, so that it holds all that was read. What the job does not work
   * with may be out of sight: it is told, and the rest is shown.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when no storage has a position of the
   *     stream, or when the log, or the storage in use, cannot be reached
   */
  public StreamDescription describe() {
    List<Unseen> unseen = new ArrayList<>();
    Map<StorageOfStream, Map<TopicPartition, StoredPosition>> positions = new LinkedHashMap<>();
    stream.withRowsOfTheirOwn().forEach(each -> positions.put(each, positions(each, unseen)));
    positions.values().removeIf(Map::isEmpty);
    if (positions.isEmpty()) {
      throw unknownStream(unseen);
    }
    Map<TopicPartition, PartitionInLog> inLog = inLog(positions.values(), unseen);
    Set<TopicPartition> heldUp = heldUp(inLog);
    Map<TopicPartition, OpenTransaction> open =
        seen("open transactions", () -> log.openTransactions(heldUp), Map.of(), unseen);
    List<DescribedStorage> described =
        positions.entrySet().stream()
            .map(each -> describe(each.getKey(), each.getValue(), inLog, open))
            .toList();
    return new StreamDescription(
        stream.stream(), stream.configured(), described, presence.living(stream.stream()), unseen);
  }

  private Map<TopicPartition, StoredPosition> positions(
      StorageOfStream storage, List<Unseen> unseen) {
    Supplier<Map<TopicPartition, StoredPosition>> look =
        () -> storage.offsets().positions(stream.stream());
    return storage.storage() == stream.configured()
        ? look.get()
        : seen("positions in the storage " + storage.storage().key(), look, Map.of(), unseen);
  }

  private static <T> T seen(String what, Supplier<T> look, T nothing, List<Unseen> unseen) {
    try {
      return look.get();
    } catch (StoppedException hidden) {
      unseen.add(new Unseen(what, hidden.getMessage()));
      return nothing;
    }
  }

  private DescribedStorage describe(
      StorageOfStream storage,
      Map<TopicPartition, StoredPosition> positions,
      Map<TopicPartition, PartitionInLog> inLog,
      Map<TopicPartition, OpenTransaction> open) {
    TreeSet<TopicPartition> partitions = new TreeSet<>(positions.keySet());
    if (storage.storage() == stream.configured()) {
      inLog.keySet().stream()
          .filter(each -> topics.contains(each.topic()))
          .forEach(partitions::add);
    }
    Map<TopicPartition, Instant> saves = storage.history().lastSaves(stream.stream());
    return new DescribedStorage(
        storage.storage(),
        partitions.stream()
            .map(
                partition ->
                    new DescribedPartition(
                        partition,
                        Optional.ofNullable(positions.get(partition)),
                        Optional.ofNullable(inLog.get(partition)),
                        Optional.ofNullable(open.get(partition)),
                        Optional.ofNullable(saves.get(partition))))
            .toList());
  }

  private static Set<TopicPartition> heldUp(Map<TopicPartition, PartitionInLog> inLog) {
    return inLog.entrySet().stream()
        .filter(each -> !each.getValue().readable().equals(each.getValue().retained()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, PartitionInLog> inLog(
      Iterable<Map<TopicPartition, StoredPosition>> positions, List<Unseen> unseen) {
    Map<TopicPartition, PartitionInLog> inLog = new HashMap<>(log.describe(topics));
    Set<String> others = new TreeSet<>();
    positions.forEach(each -> each.keySet().forEach(partition -> others.add(partition.topic())));
    others.removeAll(topics);
    // What the job reads no more may be gone, and the right to it too.
    inLog.putAll(
        seen(
            "the log of " + String.join(", ", others),
            () -> log.describe(log.present(others)),
            Map.of(),
            unseen));
    return inLog;
  }

  private StoppedException unknownStream(List<Unseen> unseen) {
    return StopReason.UNAVAILABLE.because(
        """
        no position is stored for stream %s in any of %s: it has probably never been started here, \
        or its name is another one; correct job.name or the addresses, or run the job first%s""",
        stream.stream(),
        stream.withRowsOfTheirOwn().stream().map(each -> each.storage().key()).toList(),
        unseen.stream()
            .map(each -> Text.of("; not seen: %s (%s)", each.what(), each.why()))
            .collect(Collectors.joining()));
  }
}
