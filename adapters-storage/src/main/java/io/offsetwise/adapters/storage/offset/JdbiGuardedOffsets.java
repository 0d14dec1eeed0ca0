package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The offsets of a stream on one connection with an open transaction, to which this object is
 * bound. Not thread-safe.
 */
public final class JdbiGuardedOffsets implements GuardedOffsets {

  private static final String RECORD =
      """
      INSERT INTO offset_history
        (stream_name, topic_name, partition_number, from_offset, until_offset, epoch, committed,
         guarantee, record_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Handle handle;
  private final StreamName stream;
  private Function<OffsetRange, ReadSummary> read = range -> ReadSummary.UNKNOWN;

  /**
   * The offsets of {@code stream}.
   *
   * @param handle the connection
   */
  public JdbiGuardedOffsets(Handle handle, StreamName stream) {
    this.handle = Objects.requireNonNull(handle, "handle");
    this.stream = Objects.requireNonNull(stream, "stream");
  }

  @Override
  public void whatWasRead(Function<OffsetRange, ReadSummary> summaries) {
    read = summaries;
  }

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    return advanceAll(List.of(range), topic -> topicId, epoch).isEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The first one by itself: a rival that saves the same batch has locked it first as well, and
   * whoever waits too long waits once, and not for each row.
   */
  @Override
  public List<OffsetRange> advanceAll(
      List<OffsetRange> ranges, Function<String, TopicId> topicIds, Epoch epoch) {
    GuardedUpdates updates =
        new GuardedUpdates(
            handle.getConnection(), stream, epoch, range -> read.apply(range).leaderEpoch());
    List<OffsetRange> unmoved = new ArrayList<>(updates.unmoved(ranges.subList(0, 1), topicIds));
    unmoved.addAll(updates.unmoved(ranges.subList(1, ranges.size()), topicIds));
    return unmoved;
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return new StreamOffsetTable(handle, stream).read(partition);
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    recordAll(List.of(range), epoch, commit);
  }

  @Override
  public void recordAll(List<OffsetRange> ranges, Epoch epoch, RecordedCommit commit) {
    try (JdbcBatch<OffsetRange> entries =
        new JdbcBatch<>(
            handle.getConnection(), RECORD, (row, range) -> bind(row, range, epoch, commit))) {
      ranges.forEach(entries::add);
      entries.flush();
    }
  }

  private void bind(PreparedStatement row, OffsetRange range, Epoch epoch, RecordedCommit commit)
      throws SQLException {
    row.setString(1, stream.value());
    row.setString(2, range.topicPartition().topic());
    row.setInt(3, range.topicPartition().partition());
    row.setLong(4, range.from());
    row.setLong(5, range.until());
    row.setLong(6, epoch.number());
    row.setString(7, commit.steps().key());
    row.setString(8, commit.guarantee().key());
    OptionalLong records = read.apply(range).records();
    if (records.isPresent()) {
      row.setLong(9, records.getAsLong());
    } else {
      row.setNull(9, Types.BIGINT);
    }
  }
}
