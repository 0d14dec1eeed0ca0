package io.offsetwise.bootstrap.laboratory.cell;

import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SavePlan;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of a process without any good-bye. Travels to executors.
 *
 * @param point the failure point that its save has come to
 * @param place where the save is made
 */
public record Crash(FailurePoint point, CrashPlace place) implements Serializable {

  public Crash {
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(place, "place");
  }

  /** Every crash that a name could mean. */
  public static Stream<Crash> all() {
    return Arrays.stream(FailurePoint.values())
        .flatMap(point -> Arrays.stream(CrashPlace.values()).map(place -> new Crash(point, place)));
  }

  /** The crash of this name. */
  public static Optional<Crash> named(String key) {
    return all().filter(crash -> crash.key().equals(key)).findFirst();
  }

  /**
   * The name: {@code between-commits} on the driver, {@code between-commits@task-last} in a task.
   */
  public String key() {
    return point.key() + place.suffix();
  }

  /**
   * Whether it hits a save that is half done: the failure point that tells one guarantee from
   * another. Nothing is durable before it, and everything after it.
   */
  public boolean isCanonicalIn(SavePlan plan) {
    return point == plan.midSave();
  }

  @Override
  public String toString() {
    return key();
  }
}
