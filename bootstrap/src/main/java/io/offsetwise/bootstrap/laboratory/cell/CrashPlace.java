package io.offsetwise.bootstrap.laboratory.cell;

import io.offsetwise.domain.guarantee.SaveScope;
import java.util.List;

/** Where a process is halted. */
public enum CrashPlace {
  /** On the driver, which saves whole batches. */
  DRIVER(""),
  /** In the task that saves the first partition of a batch. */
  FIRST_TASK("@task-first"),
  /** In the task that saves a partition in the middle of a batch. */
  MIDDLE_TASK("@task-middle"),
  /** In the task that saves the last partition of a batch. */
  LAST_TASK("@task-last");

  private final String suffix;

  CrashPlace(String suffix) {
    this.suffix = suffix;
  }

  /** What follows the failure point in the name of a crash; empty for the driver. */
  public String suffix() {
    return suffix;
  }

  /** The places where a job of this scope saves. */
  public static List<CrashPlace> in(SaveScope scope) {
    return switch (scope) {
      case BATCH -> List.of(DRIVER);
      case PARTITION -> List.of(FIRST_TASK, MIDDLE_TASK, LAST_TASK);
    };
  }

  /**
   * Whether the task of one partition is this place.
   *
   * @param partition number of the task's partition in its batch, 0 or more
   * @param partitions number of partitions of the batch
   */
  public boolean isTaskOf(int partition, int partitions) {
    return switch (this) {
      case DRIVER -> false;
      case FIRST_TASK -> partition == 0;
      case MIDDLE_TASK -> partition == partitions / 2;
      case LAST_TASK -> partition == partitions - 1;
    };
  }
}
