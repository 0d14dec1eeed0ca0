package io.offsetwise.application.fake;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;

/** A reader of records that are there already: behind the last one it stands at the range's end. */
public final class FakeRangeReader implements RangeReader {

  private final OffsetRange range;
  private final Iterator<? extends SourceRecord> records;
  private long position;

  /** Delivers {@code records} as those of {@code range}, whether they are or not. */
  public FakeRangeReader(OffsetRange range, Iterator<? extends SourceRecord> records) {
    this.range = range;
    this.records = records;
    this.position = range.from();
  }

  @Override
  public boolean hasNext() {
    boolean more = records.hasNext();
    if (!more) {
      position = Math.max(position, range.until());
    }
    return more;
  }

  @Override
  public SourceRecord next() {
    SourceRecord record = records.next();
    position = record.offset() + 1;
    return record;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {}
}
