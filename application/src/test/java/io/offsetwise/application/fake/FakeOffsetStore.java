package io.offsetwise.application.fake;

import io.offsetwise.application.fake.FakeDatabase.OfStream;
import io.offsetwise.application.fake.FakeDatabase.PositionKey;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The stored positions of a database in memory. Subclasses may break one step on purpose. */
public class FakeOffsetStore implements OffsetStore {

  private final FakeDatabase database;

  /** The positions in {@code database}. */
  public FakeOffsetStore(FakeDatabase database) {
    this.database = database;
  }

  @Override
  public Claim claim(StreamName stream) {
    return inTransaction(transaction -> claim(transaction, stream));
  }

  @Override
  public Claim reclaim(StreamName stream, Epoch held) {
    return inTransaction(
        transaction -> {
          requireOwner(transaction, stream, held);
          return claim(transaction, stream);
        });
  }

  private Claim claim(FakeTransaction transaction, StreamName stream) {
    Epoch epoch = nextEpoch(transaction, stream);
    takeRows(transaction, stream, epoch);
    return new Claim(epoch, rows(transaction, stream));
  }

  @Override
  public void begin(StreamName stream, Epoch epoch, StartChange change) {
    inTransaction(
        transaction -> {
          requireOwner(transaction, stream, epoch);
          change.written().forEach(row -> write(transaction, stream, row));
          change
              .removed()
              .forEach(gone -> transaction.delete(database.positions, key(stream, gone)));
          change
              .gaps()
              .forEach(
                  gap ->
                      database.append(
                          transaction,
                          database.gaps,
                          new OfStream<>(
                              stream.value(),
                              new AcceptedGap(
                                  gap.partition(),
                                  gap.startCase(),
                                  gap.stored(),
                                  gap.readFrom(),
                                  epoch))));
          change
              .resets()
              .forEach(
                  reset ->
                      database.append(
                          transaction, database.resets, new OfStream<>(stream.value(), reset)));
          return change;
        });
  }

  @Override
  public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    return inTransaction(transaction -> rows(transaction, stream));
  }

  @Override
  public List<StoredPosition> starts(StreamName stream) {
    return database.starts(stream);
  }

  @Override
  public void close() {}

  /** The epoch of the new claim; the owner's row stays locked. */
  protected Epoch nextEpoch(FakeTransaction transaction, StreamName stream) {
    Epoch first = new Epoch(1);
    if (transaction.insert(database.owners, stream.value(), first)) {
      return first;
    }
    UnaryOperator<Epoch> next = epoch -> new Epoch(epoch.number() + 1);
    transaction.update(database.owners, stream.value(), any -> true, next);
    return transaction.read(database.owners, stream.value()).orElseThrow();
  }

  /** Moves all rows to the new epoch. */
  protected void takeRows(FakeTransaction transaction, StreamName stream, Epoch epoch) {
    keys(transaction, stream)
        .forEach(
            key ->
                transaction.update(database.positions, key, any -> true, row -> row.under(epoch)));
  }

  /** Makes sure that the claim is the stream's, and keeps it so to the end of the transaction. */
  protected void requireOwner(FakeTransaction transaction, StreamName stream, Epoch epoch) {
    boolean owner =
        transaction.update(
            database.owners, stream.value(), epoch::equals, UnaryOperator.identity());
    if (!owner) {
      throw new StoppedException(
          StopReason.FENCED,
          "stream "
              + stream
              + " does not belong to epoch "
              + epoch
              + ": claimed by another driver");
    }
  }

  /** Writes a row; one that was not there is where its partition begins. */
  protected void write(FakeTransaction transaction, StreamName stream, StoredPosition row) {
    if (transaction.insert(database.positions, key(stream, row.topicPartition()), row)) {
      recordStart(transaction, stream, row);
    } else {
      transaction.put(database.positions, key(stream, row.topicPartition()), row);
    }
  }

  /** Keeps on record where a partition began. */
  protected void recordStart(FakeTransaction transaction, StreamName stream, StoredPosition row) {
    database.append(transaction, database.starts, new OfStream<>(stream.value(), row));
  }

  /** The database, for subclasses that break something. */
  protected final FakeDatabase database() {
    return database;
  }

  private Map<TopicPartition, StoredPosition> rows(FakeTransaction transaction, StreamName stream) {
    Map<TopicPartition, StoredPosition> rows = new TreeMap<>();
    keys(transaction, stream)
        .forEach(
            key ->
                transaction
                    .read(database.positions, key)
                    .ifPresent(row -> rows.put(key.partition(), row)));
    return rows;
  }

  private List<PositionKey> keys(FakeTransaction transaction, StreamName stream) {
    return transaction.keys(database.positions).stream()
        .filter(key -> key.stream().equals(stream.value()))
        .toList();
  }

  private static PositionKey key(StreamName stream, TopicPartition partition) {
    return new PositionKey(stream.value(), partition);
  }

  private <T> T inTransaction(Function<FakeTransaction, T> work) {
    FakeTransaction transaction = database.begin();
    try {
      T result = work.apply(transaction);
      transaction.commit();
      return result;
    } finally {
      transaction.rollBack();
    }
  }
}
