package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import java.util.function.Consumer;

/** A message becomes a count in a window of its own. */
public record WindowFunction() implements RecordFunction<WindowCount> {

  @Override
  public void apply(SourceRecord record, Consumer<? super WindowCount> results) {
    long offset = record.offset();
    results.accept(
        new WindowCount(
            record.topic(), record.partition(), offset, offset, offset + 1, 1, lengthOf(record)));
  }

  static long lengthOf(SourceRecord record) {
    byte[] value = record.value();
    return value == null ? 0 : value.length;
  }
}
