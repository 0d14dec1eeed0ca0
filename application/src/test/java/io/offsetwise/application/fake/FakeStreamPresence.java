package io.offsetwise.application.fake;

import io.offsetwise.application.session.DriverIdentity;
import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Presence in memory; nobody grows silent in it. Thread-safe. */
public final class FakeStreamPresence implements StreamPresence {

  private final Map<DriverIdentity, Epoch> drivers = new ConcurrentHashMap<>();
  private final AtomicInteger beats = new AtomicInteger();
  private volatile boolean broken;

  @Override
  public void announce(DriverIdentity driver, Epoch epoch) {
    beats.incrementAndGet();
    if (broken) {
      throw new IllegalStateException("the store of this test is broken");
    }
    drivers.put(driver, epoch);
  }

  @Override
  public void withdraw(DriverIdentity driver) {
    drivers.remove(driver);
  }

  @Override
  public List<LivingDriver> living(StreamName stream) {
    return drivers.entrySet().stream()
        .filter(entry -> entry.getKey().stream().equals(stream))
        .map(
            entry ->
                new LivingDriver(
                    entry.getKey().host(),
                    entry.getKey().pid(),
                    entry.getValue(),
                    Instant.EPOCH,
                    Duration.ZERO))
        .sorted(Comparator.comparing(driver -> -driver.epoch().number()))
        .toList();
  }

  /** Fails every beat from now on. */
  public void breakDown() {
    broken = true;
  }

  /** Lets beats through again. */
  public void repair() {
    broken = false;
  }

  /** How often somebody has said that he lives, failed beats included. */
  public int beats() {
    return beats.get();
  }
}
