package io.offsetwise.bootstrap.sample.wallet.bench;

import java.lang.management.ManagementFactory;

/**
 * Where the benchmark ran.
 *
 * @param java version of the JVM
 * @param cpus number of processors that it may use
 * @param heapMegabytes its largest heap
 * @param loadAtStart load average of the last minute, before the first round; negative where the
 *     system has none
 */
record Machine(String java, int cpus, long heapMegabytes, double loadAtStart) {

  private static final int BITS_OF_A_MEGABYTE = 20;

  static Machine current() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        Runtime.version().toString(),
        runtime.availableProcessors(),
        runtime.maxMemory() >> BITS_OF_A_MEGABYTE,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
