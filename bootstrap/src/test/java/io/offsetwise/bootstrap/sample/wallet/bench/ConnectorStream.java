package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * Streams without Offsetwise.
 *
 * @param name in the report
 * @param work saves ranges of a stream; empty when records are only counted
 */
record ConnectorStream(String name, Optional<BiFunction<JdbcSettings, StreamName, RangeWork>> work)
    implements LiveStream {

  /** How long a failure has to show itself when somebody looks. */
  private static final long LOOK_MS = 1;

  /** The connector alone: each task counts the records of its range. */
  static ConnectorStream reading() {
    return new ConnectorStream("Spark reading alone", Optional.empty());
  }

  /** What one would write by hand on DStreams. */
  static ConnectorStream byHand(LoopLedger.Way way) {
    return new ConnectorStream(
        "hand-written DStreams, " + way.label(),
        Optional.of((database, stream) -> new SaveByHand(database, stream, way)));
  }

  /** The same by somebody who holds no lock while Kafka is read. */
  static ConnectorStream byHandReadingFirst(LoopLedger.Way way) {
    return new ConnectorStream(
        "hand-written DStreams, " + way.label() + ", all read first",
        Optional.of((database, stream) -> new ReadFirstByHand(database, stream, way)));
  }

  @Override
  public Running start(Testbed testbed, StreamName stream, SavedRanges saved) {
    if (work.isPresent()) {
      testbed.start(stream, DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE).start();
    }
    RangeWork ofTasks =
        work.map(saving -> saving.apply(testbed.database(), stream)).orElseGet(CountRecords::new);
    return new RunningContext(new PlainStream(testbed, ofTasks).start(stream, saved));
  }

  @SuppressWarnings("deprecation") // DStreams are, upstream
  private record RunningContext(JavaStreamingContext context) implements Running {

    @Override
    public void requireAlive() throws Exception {
      context.awaitTerminationOrTimeout(LOOK_MS); // throws what a batch failed with
    }

    @Override
    public void close() {
      context.stop(false, true);
    }
  }
}
