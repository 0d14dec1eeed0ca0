package io.offsetwise.application.fake;

import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a store in memory, and what a stranger sees of them. Thread-safe. */
public final class FakeDatabase implements AutoCloseable {

  /** Key of a stored position. */
  record PositionKey(String stream, TopicPartition partition) implements Comparable<PositionKey> {

    private static final Comparator<PositionKey> ORDER =
        Comparator.comparing(PositionKey::stream).thenComparing(PositionKey::partition);

    @Override
    public int compareTo(PositionKey other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return partition.toString();
    }
  }

  /** A row of a table that several streams append to. */
  record OfStream<V>(String stream, V value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  private static final Duration LOCK_WAIT = Duration.ofSeconds(1);

  final FakeTable<String, Epoch> owners = new FakeTable<>("owner");
  final FakeTable<PositionKey, StoredPosition> positions = new FakeTable<>("position");
  final FakeTable<Long, OfStream<SavedRange>> history = new FakeTable<>("history");
  final FakeTable<Long, OfStream<AcceptedGap>> gaps = new FakeTable<>("gap");
  final FakeTable<Long, OfStream<PositionReset>> resets = new FakeTable<>("reset");
  final FakeTable<Long, OfStream<StoredPosition>> starts = new FakeTable<>("start");
  final FakeTable<Long, String> appendedResults = new FakeTable<>("result");
  final FakeTable<String, String> keyedResults = new FakeTable<>("keyed result");

  /** No statements of a schedule: a claim is recorded outside every transaction of the offsets. */
  private final Map<StreamName, List<RecordedClaim>> claims = new HashMap<>();

  private final StatementScheduler scheduler;
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicInteger openStores = new AtomicInteger();

  /** An empty database in which nobody waits longer than a second for a row. */
  public FakeDatabase() {
    this(new FreeRunning(LOCK_WAIT));
  }

  /** An empty database whose statements run when {@code scheduler} lets them. */
  public FakeDatabase(StatementScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Begins a transaction. */
  public FakeTransaction begin() {
    return new FakeTransaction(this, scheduler);
  }

  /** Keys of all durable results, repeats included: appended ones in order, then keyed ones. */
  public synchronized List<String> results() {
    List<String> results = new ArrayList<>(appendedResults.committed().values());
    results.addAll(keyedResults.committed().values());
    return List.copyOf(results);
  }

  /** The durable positions of {@code stream}, by partition. */
  public synchronized Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    return positions.committed().entrySet().stream()
        .filter(entry -> entry.getKey().stream().equals(stream.value()))
        .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
  }

  /** The claim that owns {@code stream}, if it was ever claimed. */
  public synchronized Optional<Epoch> owner(StreamName stream) {
    return Optional.ofNullable(owners.committed().get(stream.value()));
  }

  /** The durable history of {@code stream}, oldest first. */
  public synchronized List<SavedRange> history(StreamName stream) {
    return rowsOf(stream, history.committed().values().stream());
  }

  /** The claims of {@code stream} that are on record, oldest first. */
  public synchronized List<RecordedClaim> claims(StreamName stream) {
    return List.copyOf(claims.getOrDefault(stream, List.of()));
  }

  synchronized boolean addClaim(StreamName stream, RecordedClaim claim) {
    List<RecordedClaim> ofStream = claims.computeIfAbsent(stream, any -> new ArrayList<>());
    return ofStream.stream().noneMatch(other -> other.number() == claim.number())
        && ofStream.add(claim);
  }

  /** The durable gaps of {@code stream}. */
  public synchronized List<AcceptedGap> gaps(StreamName stream) {
    return rowsOf(stream, gaps.committed().values().stream());
  }

  /** The positions of {@code stream} that were moved on purpose, oldest first. */
  public synchronized List<PositionReset> resets(StreamName stream) {
    return rowsOf(stream, resets.committed().values().stream());
  }

  /** The positions at which partitions of {@code stream} began, oldest first. */
  public synchronized List<StoredPosition> starts(StreamName stream) {
    return rowsOf(stream, starts.committed().values().stream());
  }

  /** All that is durable of {@code stream}, as it is at one instant. */
  public synchronized FakeSnapshot snapshot(StreamName stream) {
    return new FakeSnapshot(
        List.copyOf(positions(stream).values()),
        starts(stream),
        gaps(stream),
        resets(stream),
        history(stream),
        results());
  }

  /** Changes a stored position by hand: past every guard, and nothing is on record of it. */
  public void move(StreamName stream, TopicPartition partition, long nextOffset) {
    FakeTransaction hand = begin();
    hand.update(
        positions,
        new PositionKey(stream.value(), partition),
        row -> true,
        row -> row.movedTo(nextOffset, LeaderEpoch.UNKNOWN));
    hand.commit();
  }

  /** Removes a stored position by hand. */
  public void removePosition(StreamName stream, TopicPartition partition) {
    FakeTransaction hand = begin();
    hand.delete(positions, new PositionKey(stream.value(), partition));
    hand.commit();
  }

  /** Appends a result by hand. */
  public void addResult(String key) {
    FakeTransaction hand = begin();
    append(hand, appendedResults, key);
    hand.commit();
  }

  /** Removes every result of this key by hand. */
  public void removeResults(String key) {
    FakeTransaction hand = begin();
    appendedResults.committed().entrySet().stream()
        .filter(row -> row.getValue().equals(key))
        .forEach(row -> hand.delete(appendedResults, row.getKey()));
    if (keyedResults.committed().containsKey(key)) {
      hand.delete(keyedResults, key);
    }
    hand.commit();
  }

  /** How many commit stores were opened and not closed yet. */
  public int openStores() {
    return openStores.get();
  }

  @Override
  public void close() {}

  void opened() {
    openStores.incrementAndGet();
  }

  void released() {
    openStores.decrementAndGet();
  }

  <V> void append(FakeTransaction transaction, FakeTable<Long, V> table, V value) {
    transaction.append(table, sequence.incrementAndGet(), value);
  }

  private static <V> List<V> rowsOf(StreamName stream, Stream<OfStream<V>> rows) {
    return rows.filter(row -> row.stream().equals(stream.value())).map(OfStream::value).toList();
  }
}
