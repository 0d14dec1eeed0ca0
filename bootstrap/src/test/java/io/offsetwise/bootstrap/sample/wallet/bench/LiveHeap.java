package io.offsetwise.bootstrap.sample.wallet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/**
 * Looks again and again how much of the heap is alive: what is used right after a full collection,
 * so that garbage does not count. Slows everything down.
 */
final class LiveHeap implements AutoCloseable {

  private static final long PAUSE_MS = 50;

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
      peak = Math.max(peak, memory.getHeapMemoryUsage().getUsed());
      pause();
    }
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
