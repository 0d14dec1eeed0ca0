package io.offsetwise.bootstrap.sample.wallet.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks again and again how much of the heap is alive: what is used right after a full collection,
 * so that garbage does not count. Slows everything down.
 */
final class LiveHeap implements AutoCloseable {

  private static final long PAUSE_MS = 50;

  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final Thread looking = new Thread(this::look, "live-heap");
  private volatile boolean ended;
  private volatile long peak;

  /** Looks until it is closed. */
  static LiveHeap watch() {
    LiveHeap heap = new LiveHeap();
    heap.looking.setDaemon(true);
    heap.looking.start();
    return heap;
  }

  /** The most bytes that were alive at a time. */
  long peakBytes() {
    return peak;
  }

  private void look() {
    while (!ended) {
      memory.gc();
      peak = Math.max(peak, usedAfterTheLastCollection());
      pause();
    }
  }

  /** As the collector tells it: what is asked a moment later holds new garbage already. */
  private static long usedAfterTheLastCollection() {
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime))
        .map(LiveHeap::usedAfter)
        .orElseThrow();
  }

  private static long usedAfter(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> HEAP.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException nobody) {
      throw new IllegalStateException("nobody interrupts this thread", nobody);
    }
  }

  @Override
  public void close() {
    ended = true;
  }
}
