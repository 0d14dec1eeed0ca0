package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.adapters.spark.driver.batch.AlignedBatch;
import io.offsetwise.adapters.spark.driver.batch.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.domain.offset.BatchRanges;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Messages to one count for each partition of a batch, over the batches of its window. Used on the
 * driver.
 */
final class WindowStream implements StreamJob<WindowCount> {

  private final SlidingWindow window;

  WindowStream(SlidingWindow window) {
    this.window = Objects.requireNonNull(window, "window");
  }

  @Override
  public RecordFunction<WindowCount> function() {
    return new WindowFunction();
  }

  @Override
  public ShuffledBatch<WindowCount> shuffle(AlignedBatch<WindowCount> batch) {
    BatchRanges earlier = window.earlier(batch.ranges());
    List<WindowCount> windows = EmptyWindows.of(earlier, batch.ranges());
    return batch.after(earlier).shuffle(messages -> counted(messages, windows));
  }

  private static JavaRDD<WindowCount> counted(
      JavaRDD<WindowCount> messages, List<WindowCount> windows) {
    PlaceOfWindow place = new PlaceOfWindow();
    return messages
        .map(WithinWindow.of(windows))
        .union(JavaSparkContext.fromSparkContext(messages.context()).parallelize(windows, 1))
        .mapToPair(place)
        .reduceByKey(new AddedWindows())
        .values();
  }
}
