package io.offsetwise.bootstrap.sample.wallet.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * Restarts a driver whenever it ends, as a service manager does, except after the exit codes that
 * say that it is over: stopped, or fenced by another driver.
 */
final class Supervisor implements AutoCloseable {

  private static final Set<Integer> FINAL = Set.of(0, 6, 143);
  private static final Duration BOUND = Duration.ofSeconds(60);

  private final FaultyJob job;
  private final Thread thread = new Thread(this::supervise, "supervisor");
  private final List<Integer> exitCodes = new CopyOnWriteArrayList<>();
  private volatile Driver driver;

  private Supervisor(FaultyJob job, Driver first) {
    this.job = job;
    this.driver = first;
  }

  static Supervisor start(FaultyJob job) throws IOException {
    Supervisor supervisor = new Supervisor(job, job.startProcess());
    supervisor.thread.setDaemon(true);
    supervisor.thread.start();
    return supervisor;
  }

  /** The driver of now. */
  Driver driver() {
    return driver;
  }

  /** How its drivers have ended so far. */
  List<Integer> exitCodes() {
    return exitCodes;
  }

  boolean hasGivenUp() {
    return !thread.isAlive();
  }

  void awaitGivingUp() {
    Awaitility.await().atMost(BOUND).until(this::hasGivenUp);
  }

  private void supervise() {
    try {
      exitCodes.add(driver.end().exitCode());
      while (!FINAL.contains(exitCodes.get(exitCodes.size() - 1))) {
        driver = job.startProcess();
        exitCodes.add(driver.end().exitCode());
      }
    } catch (IOException lost) {
      throw new IllegalStateException("the driver cannot be started or read", lost);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    Awaitility.await().atMost(BOUND).until(this::hasGivenUp);
    driver.close();
  }
}
