package io.offsetwise.bootstrap.laboratory.cell;

/** Which crashes are asked for. */
@FunctionalInterface
public interface CrashChoice {

  /** Everything that can happen to a job. */
  CrashChoice ANY = cell -> true;

  /** A save that is half done; where partitions are saved by tasks, the one in the middle. */
  CrashChoice CANONICAL =
      cell ->
          cell.isCanonical()
              && cell.crash()
                  .map(Crash::place)
                  .filter(place -> place == CrashPlace.DRIVER || place == CrashPlace.MIDDLE_TASK)
                  .isPresent();

  /** Whether this cell is asked for. */
  boolean admits(Cell cell);

  /**
   * A choice by name: a failure point wherever it is, a failure point at one place, or none at all.
   *
   * @throws IllegalArgumentException when nothing has this name
   */
  static CrashChoice named(String name) {
    if (!name.equals(Cell.NO_CRASH) && Crash.all().noneMatch(crash -> isNamed(crash, name))) {
      throw new IllegalArgumentException("'" + name + "' names no crash");
    }
    return cell ->
        cell.crash().map(crash -> isNamed(crash, name)).orElse(name.equals(Cell.NO_CRASH));
  }

  private static boolean isNamed(Crash crash, String name) {
    return crash.key().equals(name) || crash.point().key().equals(name);
  }
}
