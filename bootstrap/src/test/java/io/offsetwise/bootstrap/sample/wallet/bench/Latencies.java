package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When records were sent, and when their batches were saved; both by the clock of this JVM. The two
 * are matched in the end, since a batch may be saved before its last record is acknowledged here.
 * Thread-safe.
 */
final class Latencies implements SavedRanges, PacedFeed.Sent {

  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  private final Map<Place, Long> sent = new ConcurrentHashMap<>();
  private final Queue<Saved> batches = new ConcurrentLinkedQueue<>();

  @Override
  public void sent(int partition, long offset, long nanos) {
    sent.put(new Place(partition, offset), nanos);
  }

  @Override
  public void saved(long records, BatchRanges ranges) {
    batches.add(new Saved(ranges, System.nanoTime()));
  }

  /** Number of the records that are saved. */
  long count() {
    return batches.stream()
        .flatMap(batch -> batch.ranges().ranges().stream())
        .mapToLong(OffsetRange::length)
        .sum();
  }

  /** From sending to saving, in ms, of the records that were sent at {@code nanos} or later. */
  List<Double> millisSince(long nanos) {
    return batches.stream().flatMap(batch -> millis(batch, nanos)).toList();
  }

  private Stream<Double> millis(Saved batch, long nanos) {
    return batch.ranges().ranges().stream()
        .flatMap(Latencies::places)
        .map(sent::get)
        .filter(sending -> sending - nanos >= 0)
        .map(sending -> (batch.nanos() - sending) / NANOS_OF_A_MILLISECOND);
  }

  private static Stream<Place> places(OffsetRange range) {
    return LongStream.range(range.from(), range.until())
        .mapToObj(offset -> new Place(range.topicPartition().partition(), offset));
  }

  private record Place(int partition, long offset) {}

  private record Saved(BatchRanges ranges, long nanos) {}
}
