package io.offsetwise.bootstrap.job;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Feeds generated records to topics that exist; what they hold already is not fed again. */
public interface RecordFeed {

  /**
   * Makes sure that the topics hold the first {@code total} records, and waits until all of them
   * are durable.
   *
   * @param stop is asked before each record; what was not sent then is sent by the next feed
   * @param done takes the number of records that are there
   * @return number of records that were sent
   */
  long feedUpTo(long total, BooleanSupplier stop, LongConsumer done);

  /**
   * Feeds records that are not there yet, in a thread of its own.
   *
   * @param rate records per second, 1 or more
   * @param failed is told of a failure, once; nothing is fed after it
   */
  Running keepFeeding(int rate, Consumer<RuntimeException> failed);

  /** A feed that goes on until it is closed. */
  interface Running extends AutoCloseable {

    /** Feeds nothing more; bounded in time. */
    @Override
    void close();
  }
}
