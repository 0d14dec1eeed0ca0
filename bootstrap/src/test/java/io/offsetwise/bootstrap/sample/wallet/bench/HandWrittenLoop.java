package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What one would write without Spark and without Offsetwise: two threads, each with a consumer and
 * a connection of its own and every other partition; guarded offsets, ledger and balances in one
 * transaction for as many records as the job saves in one.
 */
record HandWrittenLoop(Workload workload, Testbed testbed, LoopLedger.Way way)
    implements Contestant {

  @Override
  public String name() {
    return "hand-written loop, " + way.label();
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    Tally tally = new Tally();
    List<OffsetRange> ranges = ranges(testbed.start(stream, Testbed.GUARANTEE).start());
    ExecutorService threads = Executors.newFixedThreadPool(Workload.THREADS);
    try {
      List<LoopThread> loops =
          IntStream.range(0, Workload.THREADS)
              .mapToObj(thread -> loop(stream, share(ranges, thread), tally))
              .toList();
      for (Future<Void> loop :
          threads.invokeAll(loops, Workload.BOUND.toSeconds(), TimeUnit.SECONDS)) {
        loop.get();
      }
      return tally.attempt();
    } finally {
      threads.shutdownNow();
    }
  }

  private LoopThread loop(StreamName stream, List<OffsetRange> share, Tally tally) {
    return new LoopThread(
        testbed.kafka().clientProperties(),
        testbed.database(),
        stream,
        share,
        workload.recordsPerTransaction(),
        way,
        tally);
  }

  private List<OffsetRange> ranges(StartedStream started) {
    Positions end = testbed.log().endOf(started.positions().partitions());
    return started.positions().nextOffsets().entrySet().stream()
        .map(
            entry ->
                new OffsetRange(
                    entry.getKey(), entry.getValue(), end.of(entry.getKey()).orElseThrow()))
        .toList();
  }

  private static List<OffsetRange> share(List<OffsetRange> ranges, int thread) {
    List<OffsetRange> share = new ArrayList<>();
    for (int i = thread; i < ranges.size(); i += Workload.THREADS) {
      share.add(ranges.get(i));
    }
    return share;
  }
}
