package io.offsetwise.application.fake;

import io.offsetwise.application.fake.FakeDatabase.OfStream;
import io.offsetwise.application.fake.FakeDatabase.PositionKey;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Offsets inside one transaction. A subclass may forget a part of the guard on purpose: {@link
 * #guard} says which rows fit.
 */
public class FakeGuardedOffsets implements GuardedOffsets {

  private final FakeDatabase database;
  private final FakeTransaction transaction;
  private final StreamName stream;
  private Function<OffsetRange, ReadSummary> read = range -> ReadSummary.UNKNOWN;

  /** The offsets of {@code stream} in {@code transaction}. */
  public FakeGuardedOffsets(FakeDatabase database, FakeTransaction transaction, StreamName stream) {
    this.database = database;
    this.transaction = transaction;
    this.stream = stream;
  }

  @Override
  public void whatWasRead(Function<OffsetRange, ReadSummary> summaries) {
    read = summaries;
  }

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    return transaction.update(
        database.positions,
        key(range.topicPartition()),
        guard(range, topicId, epoch),
        row -> row.movedTo(range.until(), read.apply(range).leaderEpoch()));
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return transaction.read(database.positions, key(partition));
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    database.append(
        transaction,
        database.history,
        new OfStream<>(stream.value(), SavedRange.of(range, epoch, commit)));
  }

  /** The rows that may be moved. */
  protected Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch) {
    return row -> row.isAt(range.from(), topicId, epoch);
  }

  private PositionKey key(TopicPartition partition) {
    return new PositionKey(stream.value(), partition);
  }
}
