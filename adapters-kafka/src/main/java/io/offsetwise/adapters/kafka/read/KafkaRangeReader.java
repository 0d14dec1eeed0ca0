package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.NoSuchElementException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Reads one range by a consumer that was idle, and is again when all is read. Not thread-safe. */
final class KafkaRangeReader implements RangeReader {

  private final KafkaRangeReaders readers;
  private final OffsetRange range;
  private final RangeConsumer consumer;
  private State state = State.READING;

  private enum State {
    READING,
    AT_THE_END,
    CLOSED
  }

  private KafkaRangeReader(KafkaRangeReaders readers, OffsetRange range, RangeConsumer consumer) {
    this.readers = readers;
    this.range = range;
    this.consumer = consumer;
  }

  static KafkaRangeReader open(KafkaRangeReaders readers, OffsetRange range) {
    return new KafkaRangeReader(readers, range, IdleConsumers.ofThisJvm().take(readers, range));
  }

  @Override
  public boolean hasNext() {
    if (state == State.READING && !consumerHasNext()) {
      state = State.AT_THE_END;
      consumer.end();
    }
    return state == State.READING;
  }

  /** Who may not read is told by name; whatever else Kafka throws has its words elsewhere. */
  private boolean consumerHasNext() {
    try {
      return consumer.hasNext();
    } catch (AuthenticationException | AuthorizationException refused) {
      throw new ClientFailure(readers.connection()).of("for the records of " + range, refused);
    }
  }

  @Override
  public SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no record of " + range + " is left");
    }
    return new ConsumerRecordView(consumer.next());
  }

  @Override
  public long position() {
    return state == State.READING ? consumer.position() : range.until();
  }

  /** A consumer that was left in the middle, by a failure or a kill, is not used again. */
  @Override
  public void close() {
    State former = state;
    state = State.CLOSED;
    switch (former) {
      case AT_THE_END ->
          IdleConsumers.ofThisJvm().giveBack(readers, range.topicPartition(), consumer);
      case READING -> consumer.close();
      case CLOSED -> {}
    }
  }
}
