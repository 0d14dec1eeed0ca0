package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.application.audit.AuditedOffsets;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * All that is on record of one stream's offsets, on one connection with an open transaction.
 *
 * @param handle the connection; bound to one transaction, as this object is
 * @param stream whose offsets
 */
public record JdbiAuditedOffsets(Handle handle, StreamName stream) implements AuditedOffsets {

  /** The order of the key is that of the saves: a save counts it up while it holds its row. */
  private static final String SAVES =
      "SELECT * FROM offset_history WHERE stream_name = :stream AND "
          + OffsetRows.OF_POSITIONS
          + " ORDER BY entry_id";

  /** The order of the log, sorted by the database, which keeps what it sorts on its own disk. */
  private static final String COMMITS =
      "SELECT * FROM offset_history WHERE stream_name = :stream"
          + " ORDER BY $TOPIC, partition_number, from_offset, entry_id";

  private static final int ROWS_AT_A_TIME = 1_000;

  @Override
  public List<StoredPosition> positions() {
    return new StreamOffsetTable(handle, stream).readAll();
  }

  @Override
  public List<StoredPosition> starts() {
    return new OffsetStartTable(handle, stream).readAll();
  }

  @Override
  public List<AcceptedGap> gaps() {
    return new OffsetGapTable(handle, stream).readAll();
  }

  @Override
  public List<PositionReset> resets() {
    return new OffsetResetTable(handle, stream).readAll();
  }

  @Override
  public Optional<Iterator<SavedRange>> saves() {
    return Optional.of(entries(SAVES));
  }

  @Override
  public Iterator<SavedRange> commits() {
    return entries(COMMITS.replace("$TOPIC", HandleDialect.of(handle).exactText("topic_name")));
  }

  private Iterator<SavedRange> entries(String query) {
    return handle
        .createQuery(query)
        .bind("stream", stream.value())
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> OffsetRows.save(row))
        .iterator();
  }
}
