package io.offsetwise.application.fake;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import java.io.Serializable;

/**
 * A result that is known by its key alone.
 *
 * @param key tells it from others
 */
public record FakeResult(String key) implements Serializable {

  /** Makes the one result of each record. */
  public static final RecordFunction<FakeResult> FUNCTION =
      (record, results) -> results.accept(of(record));

  /**
   * The one result of {@code record}, a pure function of its place: {@code topic-partition@offset}.
   */
  public static FakeResult of(SourceRecord record) {
    return new FakeResult(keyOf(record.topic(), record.partition(), record.offset()));
  }

  /** A dead letter as a result: {@code letter topic-partition@offset}. */
  static FakeResult of(DeadLetter letter) {
    return new FakeResult("letter " + keyOf(letter.topic(), letter.partition(), letter.offset()));
  }

  /** The key of the result of the record at this place. */
  public static String keyOf(String topic, int partition, long offset) {
    return topic + "-" + partition + "@" + offset;
  }
}
