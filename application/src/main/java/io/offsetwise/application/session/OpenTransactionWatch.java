package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells of transactions that stay open while a stream runs: nothing behind them is read, and the
 * stream looks as if nobody wrote. They are asked for rarely, in a thread of its own, from the
 * start of the first session until this is closed; a look that fails is made up for by the next.
 */
public final class OpenTransactionWatch implements SessionObserver, AutoCloseable {

  /** Looks within the patience: so much later than that, at most, is a transaction told of. */
  private static final int LOOKS = 5;

  private final SourceLog log;
  private final Duration interval;
  private final LongTransactions longOnes;
  private final Consumer<List<OpenTransaction>> warned;
  private final SessionObserver observer;
  private final RecurringTask looks = new RecurringTask("open-transactions");

  /**
   * A watch that sleeps until a session starts.
   *
   * @param log is asked
   * @param patience for how long a transaction may be seen open
   * @param warned takes those that have become too long since the last look, one or more, in the
   *     watch's own thread
   * @param observer is told of sessions and batches as well
   */
  public OpenTransactionWatch(
      SourceLog log,
      Duration patience,
      Consumer<List<OpenTransaction>> warned,
      SessionObserver observer) {
    this.log = Objects.requireNonNull(log, "log");
    this.interval = patience.dividedBy(LOOKS);
    this.longOnes = new LongTransactions(patience);
    this.warned = Objects.requireNonNull(warned, "warned");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  @Override
  public void started(StartedStream stream) {
    Set<TopicPartition> partitions = stream.positions().partitions();
    looks.begin(interval, interval, () -> look(partitions));
    observer.started(stream);
  }

  @Override
  public void saved(SavedBatch batch) {
    observer.saved(batch);
  }

  /** Waits for nothing: a look that is under way may be lost. */
  @Override
  public void close() {
    looks.close();
  }

  private void look(Set<TopicPartition> partitions) {
    List<OpenTransaction> overdue = longOnes.among(log.openTransactions(partitions).values());
    if (!overdue.isEmpty()) {
      warned.accept(overdue);
    }
  }
}
