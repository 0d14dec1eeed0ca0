package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The holders of locks in this JVM that have a producer open. In scope partition each partition has
 * a lock, and Spark moves partitions between executors: whoever has not saved for longest gives its
 * producer up when there are too many. Thread-safe.
 */
final class OpenProducers implements AutoCloseable {

  /** A producer has a thread and connections of its own. */
  static final int MOST = 128;

  private final int most;
  private final Set<Holder> fromIdlest = new LinkedHashSet<>();

  OpenProducers(int most) {
    this.most = most;
  }

  /** The one of this JVM. */
  static OpenProducers ofThisJvm() {
    return PerJvm.get(new Bound(MOST));
  }

  /** Somebody who holds a lock by a producer. */
  interface Holder {

    /** Closes the producer unless it is being used; never waits. */
    void closeIfIdle();
  }

  /** {@code holder} has opened its producer, or is about to use it. */
  void used(Holder holder) {
    synchronized (this) {
      fromIdlest.remove(holder);
      fromIdlest.add(holder);
    }
    tooMany().forEach(Holder::closeIfIdle);
  }

  /** {@code holder} has closed its producer. */
  synchronized void closed(Holder holder) {
    fromIdlest.remove(holder);
  }

  /** All that are open. */
  synchronized int size() {
    return fromIdlest.size();
  }

  private synchronized Iterable<Holder> tooMany() {
    return new ArrayList<>(fromIdlest).subList(0, Math.max(0, fromIdlest.size() - most));
  }

  /** Does nothing: holders close what they hold. */
  @Override
  public void close() {}

  private record Bound(int most) implements SharedResource<OpenProducers> {

    @Override
    public OpenProducers open() {
      return new OpenProducers(most);
    }
  }
}
