package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function;

/**
 * Brings the count of a message into the bounds of its partition's window. Runs on executors.
 *
 * @param windows of the batch, by partition
 */
record WithinWindow(Map<TopicPartition, WindowCount> windows)
    implements Function<WindowCount, WindowCount> {

  /** Into one of {@code windows}. */
  static WithinWindow of(List<WindowCount> windows) {
    Map<TopicPartition, WindowCount> byPartition = new HashMap<>();
    windows.forEach(window -> byPartition.put(PlaceOfWindow.of(window), window));
    return new WithinWindow(byPartition);
  }

  @Override
  public WindowCount call(WindowCount message) {
    return message.within(windows.get(PlaceOfWindow.of(message)));
  }
}
