package io.offsetwise.adapters.kafka.offset;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does something the first time it is run, and nothing when a save is tried again. */
final class Once implements Runnable {

  private final Runnable action;
  private final AtomicBoolean done = new AtomicBoolean();

  Once(Runnable action) {
    this.action = action;
  }

  @Override
  public void run() {
    if (done.compareAndSet(false, true)) {
      action.run();
    }
  }
}
