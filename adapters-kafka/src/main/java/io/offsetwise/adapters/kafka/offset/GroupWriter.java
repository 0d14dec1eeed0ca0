package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one holder of a lock in this JVM. Its threads take turns; holders in other JVMs are fenced,
 * or fence this one. Thread-safe.
 */
final class GroupWriter implements OpenProducers.Holder, AutoCloseable {

  private final GroupLock lock;
  private final ReentrantLock turns = new ReentrantLock(true);
  private Optional<OffsetProducer> producer = Optional.empty();
  private Optional<ClaimToken> newestClaim = Optional.empty();

  GroupWriter(GroupLock lock) {
    this.lock = lock;
  }

  /**
   * Waits for the other threads of this JVM, at most for the connection's timeout. The turn must be
   * ended by the thread that took it.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when they do not end
   */
  Turn takeTurn() {
    long boundMs = lock.group().connection().timeout().toMillis();
    try {
      if (turns.tryLock(boundMs, TimeUnit.MILLISECONDS)) {
        return new Turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw StopReason.UNAVAILABLE.because(
        "another save held the lock %s for more than %s ms: Kafka, or what is done while offsets"
            + " are saved, is probably slow; see what that save waits for",
        lock.transactionalId(), boundMs);
  }

  /** The next turn takes the lock again. */
  @Override
  public void closeIfIdle() {
    if (!turns.isHeldByCurrentThread() && turns.tryLock()) {
      try (Turn idle = new Turn()) {
        idle.letGo();
      }
    }
  }

  @Override
  public void close() {
    try (Turn last = takeTurn()) {
      last.letGo();
    }
  }

  /** The time in which one thread uses the lock. */
  final class Turn implements AutoCloseable {

    private Turn() {}

    /**
     * Holds the lock, taking it if nobody here does.
     *
     * @return the newest claim as it was when the lock was taken: a newer one has fenced this
     *     holder, or is going to before it looks at any offset
     */
    Optional<ClaimToken> hold() {
      if (producer.isEmpty()) {
        return take();
      }
      OpenProducers.ofThisJvm().used(GroupWriter.this);
      return newestClaim;
    }

    /** Takes the lock, from this holder as from others. */
    Optional<ClaimToken> take() {
      letGo();
      OffsetProducer taken = OffsetProducer.take(lock);
      try {
        // Only now: a claim that is not seen here is made later, and takes the lock away.
        newestClaim = Claims.of(lock.group()).newest();
      } catch (RuntimeException failure) {
        taken.close();
        throw failure;
      }
      producer = Optional.of(taken);
      OpenProducers.ofThisJvm().used(GroupWriter.this);
      return newestClaim;
    }

    /** Commits all rows or none; see {@link OffsetProducer#commit}. The lock must be held. */
    void commit(Collection<GroupRow> rows) {
      if (rows.isEmpty()) {
        return;
      }
      try {
        producer.orElseThrow().commit(rows);
      } catch (RuntimeException | Error failure) {
        letGo();
        throw failure;
      }
    }

    /** Leaves the lock to whoever wants it. */
    void letGo() {
      producer.ifPresent(OffsetProducer::close);
      producer = Optional.empty();
      OpenProducers.ofThisJvm().closed(GroupWriter.this);
    }

    @Override
    public void close() {
      turns.unlock();
    }
  }
}
