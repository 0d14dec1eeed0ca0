package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.StreamName;
import java.util.concurrent.TimeoutException;

/**
 * A live stream as a contestant: it is stopped when it has dealt with the whole topic.
 *
 * @param live the stream
 */
record UntilAllRead(Workload workload, Testbed testbed, LiveStream live) implements Contestant {

  private static final long LOOK_EVERY_MS = 20;

  @Override
  public String name() {
    return live.name();
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    Tally tally = new Tally();
    try (LiveStream.Running running =
        live.start(
            testbed,
            stream,
            (records, ranges) -> tally.add(records, ranges.inLockOrder().size()))) {
      awaitAll(running, tally);
    }
    return tally.attempt();
  }

  private void awaitAll(LiveStream.Running running, Tally tally) throws Exception {
    long deadline = System.nanoTime() + Workload.BOUND.toNanos();
    while (tally.records() < workload.payments()) {
      running.requireAlive();
      Thread.sleep(LOOK_EVERY_MS);
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException(name() + " has dealt with only " + tally.records() + " records");
      }
    }
  }
}
