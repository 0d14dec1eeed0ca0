package io.offsetwise.application.session;

/** Is told of each saved batch, on the driver, in the thread that saved it: must return quickly. */
@FunctionalInterface
public interface BatchObserver {

  /** All ranges of the batch are durable. */
  void saved(SavedBatch batch);
}
