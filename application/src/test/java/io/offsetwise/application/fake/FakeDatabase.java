package io.offsetwise.application.fake;

import io.offsetwise.application.contract.RecordedGap;
import io.offsetwise.application.contract.SavedRange;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
  }

  /** A row of a table that several streams append to. */
  record OfStream<V>(String stream, V value) {}

  private static final Duration DEFAULT_LOCK_WAIT = Duration.ofSeconds(1);

  final FakeTable<String, Epoch> owners = new FakeTable<>();
  final FakeTable<PositionKey, StoredPosition> positions = new FakeTable<>();
  final FakeTable<Long, OfStream<SavedRange>> history = new FakeTable<>();
  final FakeTable<Long, OfStream<RecordedGap>> gaps = new FakeTable<>();
  final FakeTable<Long, String> appendedResults = new FakeTable<>();
  final FakeTable<String, String> keyedResults = new FakeTable<>();

  private final Duration lockWait;
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicInteger openStores = new AtomicInteger();

  /** An empty database. */
  public FakeDatabase() {
    this(DEFAULT_LOCK_WAIT);
  }

  /** An empty database in which nobody waits longer than {@code lockWait} for a row. */
  public FakeDatabase(Duration lockWait) {
    this.lockWait = lockWait;
  }

  /** Begins a transaction. */
  public FakeTransaction begin() {
    return new FakeTransaction(this, lockWait);
  }

  /** Keys of all durable results, repeats included: appended ones in order, then keyed ones. */
  public synchronized List<String> results() {
    List<String> results = new ArrayList<>(appendedResults.committed().values());
    results.addAll(keyedResults.committed().values());
    return List.copyOf(results);
  }

  /** The durable history of {@code stream}, oldest first. */
  public synchronized List<SavedRange> history(StreamName stream) {
    return rowsOf(stream, history.committed().values().stream());
  }

  /** The durable gaps of {@code stream}. */
  public synchronized List<RecordedGap> gaps(StreamName stream) {
    return rowsOf(stream, gaps.committed().values().stream());
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
    transaction.put(table, sequence.incrementAndGet(), value);
  }

  private static <V> List<V> rowsOf(StreamName stream, Stream<OfStream<V>> rows) {
    return rows.filter(row -> row.stream().equals(stream.value())).map(OfStream::value).toList();
  }
}
