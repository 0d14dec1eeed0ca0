package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.CellChoice;
import io.offsetwise.bootstrap.laboratory.cell.CellPlan;
import io.offsetwise.bootstrap.laboratory.cell.CrashChoice;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
      converter = KindConverter.OfDatabases.class,
      description = "Results in h2 or postgresql, or in all of them (default: h2).")
  private final Set<LocalDatabaseKind> databases = new LinkedHashSet<>();

  @Option(
      names = "--topic-kind",
      paramLabel = "NAME",
      split = ",",
      converter = KindConverter.OfTopics.class,
      description = {
        "Over topics that are plain, transactional (markers, and records of aborted transactions) or"
            + " compacted (no record at many offsets), or over all of them (default: plain; with"
            + " --all also those jobs over the others that halt in mid-save)."
      })
  private final Set<TopicKind> topics = new LinkedHashSet<>();

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

  /** Whether jobs with results in another database were chosen, too. */
  boolean isAnywhereBut(LocalDatabaseKind database) {
    return !databases.equals(Set.of(database));
  }

  /**
   * What was chosen: each option replaces the default on its own axis alone. Everything holds every
   * kind of topic, but crashes in mid-save alone of those that are not plain.
   *
   * @param refusal why a variant cannot be run; empty when it can
   */
  CellPlan plan(Function<JobVariant, Optional<String>> refusal) {
    CellPlan chosen = choice().plan(refusal);
    return all && topics.isEmpty() ? chosen.plus(otherTopics().plan(refusal)) : chosen;
  }

  private CellChoice choice() {
    return chosenOf(all ? CellChoice.EVERYTHING : CellChoice.CANONICAL).withTopics(topics);
  }

  private CellChoice otherTopics() {
    return chosenOf(CellChoice.CANONICAL)
        .withTopics(EnumSet.complementOf(EnumSet.of(TopicKind.PLAIN)));
  }

  private CellChoice chosenOf(CellChoice offered) {
    return offered
        .withGuarantees(guarantees)
        .withScopes(scopes)
        .withStorages(storages)
        .withDatabases(databases)
        .withCrashes(crashes);
  }
}
