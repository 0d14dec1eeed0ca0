package io.offsetwise.bootstrap.lengths;

import io.offsetwise.application.source.SourceRecord;
import java.util.function.Consumer;

/** Counts replayed records, independently of the job. Not thread-safe. */
final class ReplayedLengths implements Consumer<SourceRecord> {

  private long messages;
  private long bytes;

  @Override
  public void accept(SourceRecord record) {
    messages++;
    bytes += record.value() == null ? 0 : record.value().length;
  }

  long messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }
}
