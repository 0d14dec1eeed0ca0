package io.offsetwise.application.lengths;

import io.offsetwise.application.source.SourceRecord;
import java.util.function.Consumer;

/** Counts replayed records, independently of the job. Not thread-safe. */
public final class ReplayedLengths implements Consumer<SourceRecord> {

  private long messages;
  private long bytes;

  @Override
  public void accept(SourceRecord record) {
    messages++;
    bytes += record.value() == null ? 0 : record.value().length;
  }

  /** Number of messages so far. */
  public long messages() {
    return messages;
  }

  /** Length of their values so far, in bytes. */
  public long bytes() {
    return bytes;
  }
}
