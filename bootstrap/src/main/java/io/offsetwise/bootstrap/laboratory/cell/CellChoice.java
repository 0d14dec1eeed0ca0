package io.offsetwise.bootstrap.laboratory.cell;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which cells are asked for.
 *
 * @param guarantees of these; at least one
 * @param scopes of these; at least one
 * @param storages of these; at least one
 * @param databases of these; at least one
 * @param topics of these; at least one
 * @param crashes admitted by at least one of these
 */
public record CellChoice(
    Set<DeliveryGuarantee> guarantees,
    Set<SaveScope> scopes,
    Set<OffsetStorage> storages,
    Set<LocalDatabaseKind> databases,
    Set<TopicKind> topics,
    List<CrashChoice> crashes) {

  /** All there are, on plain topics and the database that is there without any other part. */
  public static final CellChoice EVERYTHING =
      new CellChoice(
          Set.of(DeliveryGuarantee.values()),
          Set.of(SaveScope.values()),
          Set.of(OffsetStorage.values()),
          Set.of(LocalDatabaseKind.H2),
          Set.of(TopicKind.PLAIN),
          List.of(CrashChoice.ANY));

  /** One crash for each guarantee and scope, the one that shows what the guarantee is. */
  public static final CellChoice CANONICAL =
      EVERYTHING
          .withStorages(Set.of(OffsetStorage.OWN))
          .withCrashes(List.of(CrashChoice.CANONICAL));

  public CellChoice {
    guarantees = Set.copyOf(guarantees);
    scopes = Set.copyOf(scopes);
    storages = Set.copyOf(storages);
    databases = Set.copyOf(databases);
    topics = Set.copyOf(topics);
    crashes = List.copyOf(crashes);
  }

  /** The same of these guarantees; of all that were asked for before when there is none. */
  public CellChoice withGuarantees(Set<DeliveryGuarantee> wanted) {
    return new CellChoice(either(wanted, guarantees), scopes, storages, databases, topics, crashes);
  }

  /** The same of these scopes; of all that were asked for before when there is none. */
  public CellChoice withScopes(Set<SaveScope> wanted) {
    return new CellChoice(guarantees, either(wanted, scopes), storages, databases, topics, crashes);
  }

  /** The same with these storages; with all that were asked for before when there is none. */
  public CellChoice withStorages(Set<OffsetStorage> wanted) {
    return new CellChoice(guarantees, scopes, either(wanted, storages), databases, topics, crashes);
  }

  /** The same on these databases; on all that were asked for before when there is none. */
  public CellChoice withDatabases(Set<LocalDatabaseKind> wanted) {
    return new CellChoice(guarantees, scopes, storages, either(wanted, databases), topics, crashes);
  }

  /** The same over such topics; over all that were asked for before when there is none. */
  public CellChoice withTopics(Set<TopicKind> wanted) {
    return new CellChoice(guarantees, scopes, storages, databases, either(wanted, topics), crashes);
  }

  /** The same with these crashes; with all that were asked for before when there is none. */
  public CellChoice withCrashes(List<CrashChoice> wanted) {
    return new CellChoice(
        guarantees, scopes, storages, databases, topics, wanted.isEmpty() ? crashes : wanted);
  }

  /**
   * What is to be run, and what cannot be.
   *
   * @param refusal why a variant cannot be run; empty when it can
   */
  public CellPlan plan(Function<JobVariant, Optional<String>> refusal) {
    List<Cell> cells = new ArrayList<>();
    List<RefusedVariant> refused = new ArrayList<>();
    for (JobVariant variant : JobVariant.all()) {
      List<Cell> admitted = Cell.of(variant).stream().filter(this::admits).toList();
      if (!admitted.isEmpty()) {
        refusal
            .apply(variant)
            .ifPresentOrElse(
                because -> refused.add(new RefusedVariant(variant, because)),
                () -> cells.addAll(admitted));
      }
    }
    return new CellPlan(cells, refused);
  }

  private boolean admits(Cell cell) {
    JobVariant variant = cell.variant();
    return guarantees.contains(variant.guarantee())
        && scopes.contains(variant.scope())
        && storages.contains(variant.storage())
        && databases.contains(variant.database())
        && topics.contains(variant.topics())
        && crashes.stream().anyMatch(choice -> choice.admits(cell));
  }

  private static <T> Set<T> either(Set<T> wanted, Set<T> before) {
    return wanted.isEmpty() ? before : wanted;
  }
}
