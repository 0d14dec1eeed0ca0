package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers the visits of a program to a failure point, from 1, in this JVM.
 *
 * @param program its name
 * @param point the point
 */
record Strikes(String program, FailurePoint point) implements SharedResource<Strikes.Counter> {

  /** Forgets the visits of earlier runs. */
  static void clear(String program) throws Exception {
    for (FailurePoint point : FailurePoint.values()) {
      PerJvm.close(new Strikes(program, point));
    }
  }

  int next() {
    return PerJvm.get(this).visits.incrementAndGet();
  }

  /** Sets what is to fail from now on. */
  void doom(String work) {
    PerJvm.get(this).doomed.add(work);
  }

  boolean isDoomed(String work) {
    return PerJvm.get(this).doomed.contains(work);
  }

  @Override
  public Counter open() {
    return new Counter();
  }

  static final class Counter implements AutoCloseable {

    private final AtomicInteger visits = new AtomicInteger();
    private final Set<String> doomed = ConcurrentHashMap.newKeySet();

    @Override
    public void close() {}
  }
}
