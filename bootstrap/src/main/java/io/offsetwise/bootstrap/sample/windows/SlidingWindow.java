package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which offsets before the newest batch its window reaches back over. Knows batches by where they
 * began; after a restart it asks for those of earlier runs, so that the first window is as long as
 * any other. An interval in which nothing arrived makes no batch.
 *
 * <p>On the driver, called once for each batch in the order of the batches; not thread-safe.
 */
public final class SlidingWindow {

  private final int batches;
  private final EarlierBatches ofEarlierRuns;
  private final Map<TopicPartition, Deque<Long>> begun = new HashMap<>();

  /**
   * A window over {@code batches} batches.
   *
   * @param batches number of batches, the newest among them, 1 or more
   * @param ofEarlierRuns asked once for each partition
   */
  public SlidingWindow(int batches, EarlierBatches ofEarlierRuns) {
    if (batches < 1) {
      throw new IllegalArgumentException("a window holds 1 or more batches, not " + batches);
    }
    this.batches = batches;
    this.ofEarlierRuns = Objects.requireNonNull(ofEarlierRuns, "ofEarlierRuns");
  }

  /**
   * What the window holds before its newest batch. These ranges are read, and never saved.
   *
   * @param newest the batch that arrives
   * @return for each range of {@code newest}, in its order, the one that ends where it begins;
   *     possibly empty
   */
  public BatchRanges earlier(BatchRanges newest) {
    // All questions before the first change: whoever gets no answer may ask again.
    newest.ranges().forEach(this::starts);
    return new BatchRanges(newest.ranges().stream().map(this::earlier).toList());
  }

  private OffsetRange earlier(OffsetRange newest) {
    Deque<Long> starts = starts(newest);
    // A session that opens again may read a batch once more, cut otherwise.
    starts.removeIf(start -> start > newest.from());
    starts.addLast(newest.from());
    if (starts.size() > batches) {
      starts.removeFirst();
    }
    return new OffsetRange(newest.topicPartition(), starts.getFirst(), newest.from());
  }

  private Deque<Long> starts(OffsetRange newest) {
    return begun.computeIfAbsent(
        newest.topicPartition(),
        partition -> new ArrayDeque<>(ofEarlierRuns.before(partition, newest.from(), batches - 1)));
  }
}
