package io.offsetwise.bootstrap.settings.configuration;

import io.offsetwise.adapters.spark.driver.runtime.SparkMaster;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.value.ValueParsers;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths that several machines read: each has a working directory of its own, so that a relative one
 * would name another file on each.
 */
final class PathsOnMachines {

  private static final String CHECKPOINTS = "offsets.checkpoint.dir";
  private static final String PASSWORD = "storage.jdbc.password-file";

  private final ValueReader values;

  PathsOnMachines(ValueReader values) {
    this.values = values;
  }

  /** Notes each path that cannot be right where {@code settings} let tasks run. */
  void check(Settings settings) {
    SparkMaster master = settings.spark().master();
    if (master.isOneMachine()) {
      return;
    }
    String elsewhere = " with " + SparkMaster.PROPERTY + " = " + master.url();
    if (isRelative(PASSWORD)) {
      values.report(
          PASSWORD,
          "must be an absolute path"
              + elsewhere
              + ": the driver and every executor read the file on the machine where they run");
    }
    if (isRelative(CHECKPOINTS) || isLeftOpen(settings)) {
      values.report(
          CHECKPOINTS,
          "must be an absolute path"
              + elsewhere
              + ", of a folder that every machine sees on which the driver may run");
    }
  }

  private boolean isLeftOpen(Settings settings) {
    return settings.offsets().storage() == OffsetStorage.CHECKPOINT && path(CHECKPOINTS).isEmpty();
  }

  private boolean isRelative(String key) {
    return path(key).filter(path -> !Path.of(path).isAbsolute()).isPresent();
  }

  private Optional<String> path(String key) {
    return values.read(key, ValueParsers.optional(ValueParsers.text()));
  }
}
