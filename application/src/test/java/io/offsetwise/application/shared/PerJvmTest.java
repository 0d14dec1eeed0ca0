package io.offsetwise.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PerJvmTest {

  private static final ConcurrentMap<String, AtomicInteger> OPENED = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();

  @Test
  void equalSettingsShareOneLiveThing() {
    Pool first = PerJvm.get(new PoolSettings(name, 1));
    Pool second = PerJvm.get(new PoolSettings(name, 1));

    assertThat(first).isSameAs(second);
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void otherSettingsAreAnotherLiveThing() {
    Pool first = PerJvm.get(new PoolSettings(name, 1));
    Pool second = PerJvm.get(new PoolSettings(name, 2));

    assertThat(first).isNotSameAs(second);
  }

  @Test
  void isOpenedOnceByManyTasksAtATime() throws Exception {
    List<CompletableFuture<Pool>> tasks = new ArrayList<>();
    for (int task = 0; task < 8; task++) {
      tasks.add(CompletableFuture.supplyAsync(() -> PerJvm.get(new PoolSettings(name, 1))));
    }
    List<Pool> pools = new ArrayList<>();
    for (CompletableFuture<Pool> task : tasks) {
      pools.add(task.get(5, TimeUnit.SECONDS));
    }

    assertThat(pools).containsOnly(pools.get(0));
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void isOpenedAgainAfterItWasClosed() throws Exception {
    Pool first = PerJvm.get(new PoolSettings(name, 1));

    PerJvm.close(new PoolSettings(name, 1));
    Pool second = PerJvm.get(new PoolSettings(name, 1));

    assertThat(first.closed).isTrue();
    assertThat(second).isNotSameAs(first);
    assertThat(second.closed).isFalse();
  }

  @Test
  void closingWhatIsNotOpenDoesNothing() throws Exception {
    PerJvm.close(new PoolSettings(name, 1));

    assertThat(OPENED).doesNotContainKey(name);
  }

  @Test
  void whatFailedToOpenIsTriedAgain() {
    PoolSettings refused = new PoolSettings(name, 0);

    assertThatThrownBy(() -> PerJvm.get(refused)).hasMessage("a pool of 0");
    assertThatThrownBy(() -> PerJvm.get(refused)).hasMessage("a pool of 0");

    assertThat(opened()).isEqualTo(2);
  }

  private int opened() {
    return OPENED.get(name).get();
  }

  private record PoolSettings(String name, int size) implements SharedResource<Pool> {

    @Override
    public Pool open() {
      OPENED.computeIfAbsent(name, unused -> new AtomicInteger()).incrementAndGet();
      if (size == 0) {
        throw new IllegalStateException("a pool of 0");
      }
      return new Pool();
    }
  }

  private static final class Pool implements AutoCloseable {

    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }
}
