package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.domain.offset.TopicPartition;

/** What happens once, while a task maps the record at one place. */
final class Interruption {

  private final TopicPartition partition;
  private final long offset;
  private Runnable deed = () -> {};

  Interruption(TopicPartition partition, long offset) {
    this.partition = partition;
    this.offset = offset;
  }

  /** From now on, this is what happens. */
  void becomes(Runnable next) {
    deed = next;
  }

  /** The function of a job that is interrupted. */
  RecordFunction<FakeResult> of(RecordFunction<FakeResult> function) {
    return (record, results) -> {
      if (record.offset() == offset
          && partition.equals(new TopicPartition(record.topic(), record.partition()))) {
        Runnable once = deed;
        becomes(() -> {});
        once.run();
      }
      function.apply(record, results);
    };
  }
}
