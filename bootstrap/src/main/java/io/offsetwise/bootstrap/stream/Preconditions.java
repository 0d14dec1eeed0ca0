package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.runtime.ConsumerProperties;
import io.offsetwise.adapters.spark.driver.runtime.SparkRequirements;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.Verdict;
import java.util.regex.Pattern;

/** What must hold before anything is started; looks at settings alone. */
public final class Preconditions {

  private static final String MASTER = "spark.master";
  private static final Pattern ONE_PROCESS = Pattern.compile("local(\\[.*])?");

  private Preconditions() {}

  /**
   * Refuses what cannot keep its promise.
   *
   * @param kind what the job writes under these settings
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  public static void require(Settings settings, ResultKind kind) {
    require(settings, kind, Storages.STANDARD);
  }

  /** The same with other storages than the product's. */
  static void require(Settings settings, ResultKind kind, Storages storages) {
    Combination combination =
        new Combination(
            settings.job().guarantee(),
            settings.job().scope(),
            settings.offsets().storage(),
            kind,
            atomicity(settings));
    if (combination.verdict() instanceof Verdict.Refused refused) {
      throw impossible(refused.reason());
    }
    storages.of(settings.offsets().storage()).requireAllowed(settings);
    requireSharedDatabase(settings);
    new SparkRequirements(settings.job().guarantee()).applyTo(settings.spark().properties());
    new ConsumerProperties(settings.kafka().properties()).requireAllowed();
  }

  /** Executors of a cluster are processes of their own. */
  private static void requireSharedDatabase(Settings settings) {
    String master = settings.spark().properties().getOrDefault(MASTER, "local");
    if (!ONE_PROCESS.matcher(master).matches()
        && settings.storage().database() instanceof DatabaseAddress.Url database
        && !JdbcSettings.pooled(database.url(), settings.storage().credentials()).isShared()) {
      throw impossible(
          MASTER
              + " = "
              + master
              + " is refused with storage.jdbc.url = "
              + database.url()
              + ": the database belongs to one process, so that executors could not reach it or"
              + " would each have one of their own; name a database server");
    }
  }

  private static Atomicity atomicity(Settings settings) {
    return isInOtherDatabase(settings)
        ? Atomicity.SEPARATE_COMMITS
        : settings.offsets().storage().atomicity();
  }

  private static boolean isInOtherDatabase(Settings settings) {
    DatabaseAddress results = settings.storage().database();
    return settings
        .offsets()
        .jdbcUrl()
        .filter(url -> !results.equals(new DatabaseAddress.Url(url)))
        .isPresent();
  }

  private static StoppedException impossible(String message) {
    return new StoppedException(StopReason.IMPOSSIBLE, message);
  }
}
