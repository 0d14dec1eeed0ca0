package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.CellChoice;
import io.offsetwise.bootstrap.laboratory.cell.CrashChoice;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that choose cells. */
final class ChosenCells {

  @Option(
      names = "--all",
      description = {
        "Every guarantee, scope, offset storage and failure point, and each job without a crash."
            + " Takes minutes."
      })
  private boolean all;

  @Option(
      names = "--guarantee",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only at-most-once, at-least-once, idempotent-exactly-once or transactional-exactly-once;"
              + " here as below several, with commas.")
  private final Set<DeliveryGuarantee> guarantees = new LinkedHashSet<>();

  @Option(
      names = "--scope",
      paramLabel = "NAME",
      split = ",",
      description = "Only batch or partition.")
  private final Set<SaveScope> scopes = new LinkedHashSet<>();

  @Option(
      names = "--offsets",
      paramLabel = "NAME",
      split = ",",
      description =
          "Offsets kept in own, kafka, kafka-async or checkpoint (default without --all: own).")
  private final Set<OffsetStorage> storages = new LinkedHashSet<>();

  @Option(
      names = "--database",
      paramLabel = "NAME",
      split = ",",
      converter = DatabaseConverter.class,
      description = "Results in h2 or postgresql, or in all of them (default: h2).")
  private final Set<LocalDatabaseKind> databases = new LinkedHashSet<>();

  @Option(
      names = "--crash-at",
      paramLabel = "POINT",
      split = ",",
      converter = CrashChoiceConverter.class,
      description = {
        "Where the job is halted: a failure point of `explain`, such as between-commits; none for a"
            + " job that runs undisturbed.",
        "In scope batch it is the driver that halts. In scope partition it is the task that saves one"
            + " partition of a batch: between-commits@task-first, @task-middle or @task-last; the"
            + " point alone means all three.",
        "Default without --all: the point in mid-save, between-commits or inside-transaction; of the"
            + " tasks the one in the middle."
      })
  private final List<CrashChoice> crashes = new ArrayList<>();

  /** What was chosen; each option replaces the default on its own axis alone. */
  CellChoice choice() {
    return (all ? CellChoice.EVERYTHING : CellChoice.CANONICAL)
        .withGuarantees(guarantees)
        .withScopes(scopes)
        .withStorages(storages)
        .withDatabases(databases)
        .withCrashes(crashes);
  }
}
