package io.offsetwise.bootstrap.laboratory.cell;

import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One experiment.
 *
 * @param variant the job
 * @param crash what happens to it; empty when it runs undisturbed
 */
public record Cell(JobVariant variant, Optional<Crash> crash) {

  /** The name of the crash that does not happen. */
  public static final String NO_CRASH = "none";

  public Cell {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(crash, "crash");
  }

  /** Every experiment with this variant: a crash at each of its points and places, and none. */
  static List<Cell> of(JobVariant variant) {
    List<Cell> cells = new ArrayList<>();
    variant
        .plan()
        .failurePoints()
        .forEach(
            point ->
                CrashPlace.in(variant.scope()).stream()
                    .map(place -> new Cell(variant, Optional.of(new Crash(point, place))))
                    .forEach(cells::add));
    cells.add(new Cell(variant, Optional.empty()));
    return List.copyOf(cells);
  }

  /** The name of its crash, or {@link #NO_CRASH}. */
  public String crashAt() {
    return crash.map(Crash::key).orElse(NO_CRASH);
  }

  /** The stream that its job runs: one for each cell, over the same topics. */
  public StreamName stream() {
    return new StreamName(variant.toString().replace(' ', '-') + "-" + crashAt());
  }

  /** All settings that tell its job from those of other cells. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(variant.settings());
    settings.put("job.name", stream().value());
    return settings;
  }

  /** What the plan says of the records that are being saved when the crash comes. */
  public CrashOutcome predicted() {
    return crash.map(crash -> variant.plan().outcomeOf(crash.point())).orElse(CrashOutcome.INTACT);
  }

  /** The same where the task that has crashed is run again. */
  public CrashOutcome predictedOfRetry() {
    return crash
        .map(crash -> variant.plan().outcomeOfRetry(crash.point()))
        .orElse(CrashOutcome.INTACT);
  }

  /** Whether it crashes a save that is half done. */
  public boolean isCanonical() {
    return crash.filter(found -> found.isCanonicalIn(variant.plan())).isPresent();
  }

  @Override
  public String toString() {
    return variant + " " + crashAt();
  }
}
