package io.offsetwise.bootstrap.sample.lengths;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import java.util.function.Consumer;

/** The notes' own message handler: a message becomes its length. */
public record LengthFunction() implements RecordFunction<MessageCount> {

  @Override
  public void apply(SourceRecord record, Consumer<? super MessageCount> results) {
    byte[] value = record.value();
    long bytes = value == null ? 0 : value.length;
    results.accept(new MessageCount(record.topic(), record.partition(), 1, bytes));
  }
}
