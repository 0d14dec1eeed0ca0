package io.offsetwise.adapters.storage.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two drivers insert a stream's first row: the second one comes while the first is not durable. */
@Timeout(30)
class FirstClaimRaceTest {

  private static final StreamName STREAM = new StreamName("fresh");

  private final ExecutorService drivers = Executors.newFixedThreadPool(2);
  private final CountDownLatch inserted = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private TestDatabase database;

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterEach
  void dropDatabase() {
    drivers.shutdownNow();
    database.close();
  }

  @Test
  void theSecondDriverWaitsForTheFirstAndGetsTheNextEpoch() throws Exception {
    Future<Epoch> first = drivers.submit(this::claimSlowly);
    inserted.await();
    Future<Epoch> second =
        drivers.submit(() -> new JdbiOffsetStore(database.connections()).claim(STREAM).epoch());

    assertThatThrownBy(() -> second.get(250, TimeUnit.MILLISECONDS))
        .as("the second driver must wait for the first one's row")
        .isInstanceOf(TimeoutException.class);
    release.countDown();

    assertThat(first.get()).isEqualTo(new Epoch(1));
    assertThat(second.get()).isEqualTo(new Epoch(2));
  }

  private Epoch claimSlowly() {
    return database
        .connections()
        .inTransaction(
            handle -> {
              Epoch epoch = new StreamOwnerTable(handle, STREAM).next();
              inserted.countDown();
              awaitRelease();
              return epoch;
            });
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
