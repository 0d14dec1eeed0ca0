package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.runtime.SparkMaster;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.Settings;

/**
 * What executors must reach that are processes of their own, perhaps on other machines; looks at
 * settings alone.
 */
final class OtherProcesses {

  private OtherProcesses() {}

  /**
   * Refuses what executors could not reach, or of which each would have its own.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  static void requireReachable(Settings settings) {
    SparkMaster master = settings.spark().master();
    if (!master.isOneProcess()) {
      requireShared(settings, master);
    }
    if (!master.isOneMachine()) {
      requireNoLocalService(settings, master);
    }
  }

  private static void requireShared(Settings settings, SparkMaster master) {
    if (settings.storage().database() instanceof DatabaseAddress.Url database
        && !JdbcSettings.pooled(database.url(), settings.storage().credentials()).isShared()) {
      throw refused(
          master,
          "storage.jdbc.url = " + database.url(),
          "the database belongs to one process, so that executors could not reach it or would each"
              + " have one of their own; name a database server");
    }
  }

  private static void requireNoLocalService(Settings settings, SparkMaster master) {
    if (settings.kafka().bootstrapServers() instanceof BrokerAddress.Local) {
      throw refused(
          master,
          "kafka.bootstrap-servers = local",
          "that broker listens on this machine alone, and executors run on others; name brokers"
              + " that they reach");
    }
    if (settings.storage().database() instanceof DatabaseAddress.Local) {
      throw refused(
          master,
          "storage.jdbc.url = local",
          "that database listens on this machine alone, and executors run on others; name a"
              + " database server that they reach");
    }
  }

  private static StoppedException refused(SparkMaster master, String setting, String why) {
    return StopReason.IMPOSSIBLE.because(
        "%s = %s is refused with %s: %s", SparkMaster.PROPERTY, master.url(), setting, why);
  }
}
