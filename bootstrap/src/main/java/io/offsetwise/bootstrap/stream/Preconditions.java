package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.runtime.ConsumerProperties;
import io.offsetwise.adapters.spark.driver.runtime.SparkRequirements;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.Verdict;

/** What must hold before anything is started; looks at settings alone. */
public final class Preconditions {

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
    OtherProcesses.requireReachable(settings);
    new SparkRequirements(settings.job().guarantee()).applyTo(settings.spark().properties());
    new ConsumerProperties(settings.kafka().properties()).requireAllowed();
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
