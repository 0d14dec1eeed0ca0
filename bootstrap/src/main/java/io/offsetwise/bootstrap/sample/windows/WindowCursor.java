package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** Stored windows, taken in their order. Holds one ahead. Not thread-safe. */
final class WindowCursor {

  private final Iterator<WindowCount> windows;
  private Optional<WindowCount> head;

  WindowCursor(Iterator<WindowCount> windows) {
    this.windows = windows;
    this.head = next();
  }

  /** The partition of the next window, or empty when none is left. */
  Optional<TopicPartition> partition() {
    return head.map(WindowCursor::placeOf);
  }

  /** Takes the windows of {@code partition} that begin at {@code offset} or before it. */
  void takeUpTo(TopicPartition partition, long offset, Consumer<WindowCount> taker) {
    while (isOf(partition) && head.orElseThrow().from() <= offset) {
      taker.accept(take());
    }
  }

  /** Takes what is left of {@code partition}. */
  void takeRest(TopicPartition partition, Consumer<WindowCount> taker) {
    while (isOf(partition)) {
      taker.accept(take());
    }
  }

  /** Takes what is left of {@code partition}, and tells of the batches' own offsets. */
  Offenders skip(TopicPartition partition) {
    Offenders passed = Offenders.NONE;
    while (isOf(partition)) {
      WindowCount window = take();
      passed = passed.plus(window.batchFrom(), window.until() - window.batchFrom());
    }
    return passed;
  }

  private boolean isOf(TopicPartition partition) {
    return partition().filter(partition::equals).isPresent();
  }

  private WindowCount take() {
    WindowCount taken = head.orElseThrow();
    head = next();
    return taken;
  }

  private Optional<WindowCount> next() {
    return windows.hasNext() ? Optional.of(windows.next()) : Optional.empty();
  }

  private static TopicPartition placeOf(WindowCount window) {
    return new TopicPartition(window.topic(), window.partition());
  }
}
