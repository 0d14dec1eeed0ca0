package io.offsetwise.application.audit;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Sees how far an audit has come. */
@FunctionalInterface
public interface AuditObserver {

  /** Nobody looks. */
  AuditObserver NONE = (offsets, work) -> work.accept(done -> {});

  /**
   * Runs {@code work} in the calling thread.
   *
   * @param offsets number of offsets that will be compared
   * @param work is given what takes the number of offsets compared so far
   */
  void comparing(long offsets, Consumer<LongConsumer> work);
}
