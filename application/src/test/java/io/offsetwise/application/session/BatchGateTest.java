package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchGateTest {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(30);

  private final BatchGate gate = new BatchGate();
  private final List<String> ran = new ArrayList<>();

  @Test
  void letsBatchesPass() {
    gate.pass(() -> ran.add("one"));
    gate.pass(() -> ran.add("two"));

    assertThat(ran).containsExactly("one", "two");
    assertThat(gate.failure()).isEmpty();
  }

  @Test
  void latchesAndRethrowsTheFirstFailure() {
    IllegalStateException thrown = new IllegalStateException("broken");

    assertThatThrownBy(() -> gate.pass(failing(thrown))).isSameAs(thrown);

    assertThat(gate.failure()).containsSame(thrown);
  }

  @Test
  void latchesErrorsToo() {
    OutOfMemoryError thrown = new OutOfMemoryError("heap");

    assertThatThrownBy(
            () ->
                gate.pass(
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertThat(gate.failure()).containsSame(thrown);
  }

  @Test
  void letsNoBatchPassAfterAFailure() {
    IllegalStateException thrown = new IllegalStateException("broken");
    assertThatThrownBy(() -> gate.pass(failing(thrown))).isSameAs(thrown);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> gate.pass(() -> ran.add("later")))
        .withMessage("this batch is not saved because an earlier one failed: broken")
        .withCause(thrown)
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.EARLIER_FAILURE);

    assertThat(ran).isEmpty();
    assertThat(gate.failure()).as("the first failure stays").containsSame(thrown);
  }

  @Test
  void aFailureFromOutsideIsLatchedUnlessThereIsOne() {
    IllegalStateException first = new IllegalStateException("first");
    gate.latch(first);
    gate.latch(new IllegalStateException("second"));

    assertThat(gate.failure()).containsSame(first);
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> gate.pass(() -> ran.add("later")));
  }

  @Test
  void aWaiterWakesAtTheFailure() throws Exception {
    CompletableFuture<Throwable> woken = CompletableFuture.supplyAsync(() -> awaitFailure(LONG));
    IllegalStateException thrown = new IllegalStateException("broken");

    gate.pass(() -> ran.add("a batch that ends well wakes nobody"));
    assertThatThrownBy(() -> gate.pass(failing(thrown))).isSameAs(thrown);

    assertThat(woken.get(5, TimeUnit.SECONDS)).isSameAs(thrown);
  }

  @Test
  void aWaiterGivesUpAtItsBound() throws Exception {
    assertThat(gate.awaitFailure(SHORT)).isEmpty();
  }

  @Test
  void aDrainedGatePassesBatchesOver() throws Exception {
    assertThat(gate.drain(SHORT)).isTrue();

    gate.pass(() -> ran.add("late"));

    assertThat(ran).isEmpty();
    assertThat(gate.failure()).isEmpty();
  }

  @Test
  void drainingWaitsForTheRunningBatch() throws Exception {
    HeldBatch held = new HeldBatch(gate::pass);
    CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> drain(LONG));
    assertThatThrownBy(() -> drained.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    held.release();

    assertThat(drained.get(5, TimeUnit.SECONDS)).isTrue();
    held.requireEnded();
  }

  @Test
  void drainingGivesUpAtItsBound() throws Exception {
    HeldBatch held = new HeldBatch(gate::pass);

    assertThat(gate.drain(SHORT)).isFalse();

    held.release();
    held.requireEnded();
    assertThat(gate.drain(LONG)).isTrue();
  }

  @Test
  void drainingWaitsForAFailingBatchToo() throws Exception {
    HeldBatch held = new HeldBatch(gate::pass);
    gate.latch(new IllegalStateException("from outside"));

    assertThat(gate.drain(SHORT)).isFalse();

    held.release();
    assertThat(gate.drain(LONG)).isTrue();
  }

  @Test
  void afterADrainNothingRunsHoweverManyCome() throws Exception {
    AtomicInteger running = new AtomicInteger();
    List<CompletableFuture<Void>> comers = new ArrayList<>();
    for (int comer = 0; comer < 8; comer++) {
      comers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int batch = 0; batch < 500; batch++) {
                  gate.pass(
                      () -> {
                        running.incrementAndGet();
                        running.decrementAndGet();
                      });
                }
              }));
    }

    assertThat(gate.drain(LONG)).isTrue();
    assertThat(running).hasValue(0);

    CompletableFuture.allOf(comers.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
    gate.pass(() -> ran.add("late"));
    assertThat(ran).isEmpty();
  }

  @Test
  void ofManyFailuresAtOnceOneIsTheFirst() throws Exception {
    List<CompletableFuture<Throwable>> failures = new ArrayList<>();
    for (int comer = 0; comer < 8; comer++) {
      RuntimeException thrown = new IllegalStateException("failure " + comer);
      failures.add(
          CompletableFuture.runAsync(() -> gate.pass(failing(thrown)))
              .handle((nothing, failure) -> failure.getCause()));
    }
    List<Throwable> thrown = new ArrayList<>();
    for (CompletableFuture<Throwable> failure : failures) {
      thrown.add(failure.get(5, TimeUnit.SECONDS));
    }

    Throwable first = gate.failure().orElseThrow();
    assertThat(thrown).contains(first);
  }

  private static Runnable failing(RuntimeException thrown) {
    return () -> {
      throw thrown;
    };
  }

  private Throwable awaitFailure(Duration atMost) {
    try {
      return gate.awaitFailure(atMost).orElse(null);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean drain(Duration atMost) {
    try {
      return gate.drain(atMost);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
