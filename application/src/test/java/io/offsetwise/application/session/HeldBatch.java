package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A batch in a thread of its own that is inside the gate until it is released. */
final class HeldBatch {

  private final CountDownLatch released = new CountDownLatch(1);
  private final CompletableFuture<Void> batch;

  /** Returns when the batch is inside; {@code gate} runs what it is given inside a gate. */
  HeldBatch(Consumer<Runnable> gate) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    batch =
        CompletableFuture.runAsync(
            () ->
                gate.accept(
                    () -> {
                      entered.countDown();
                      awaitRelease();
                    }),
            task -> new Thread(task, "held-batch").start());
    assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
  }

  /** Lets the batch end. */
  void release() {
    released.countDown();
  }

  /** Waits for the batch's end; fails when the batch has failed. */
  void requireEnded() throws Exception {
    batch.get(5, TimeUnit.SECONDS);
  }

  private void awaitRelease() {
    try {
      assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
