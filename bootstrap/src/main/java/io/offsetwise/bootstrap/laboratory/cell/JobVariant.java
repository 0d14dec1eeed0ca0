package io.offsetwise.bootstrap.laboratory.cell;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One way to run the job.
 *
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 * @param storage where offsets are kept
 * @param database where results are written
 * @param topics how its topics are written
 */
public record JobVariant(
    DeliveryGuarantee guarantee,
    SaveScope scope,
    OffsetStorage storage,
    LocalDatabaseKind database,
    TopicKind topics) {

  public JobVariant {
    Objects.requireNonNull(guarantee, "guarantee");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(topics, "topics");
  }

  /** All of them, in the domain's order. */
  public static List<JobVariant> all() {
    List<JobVariant> all = new ArrayList<>();
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      for (SaveScope scope : SaveScope.values()) {
        for (OffsetStorage storage : OffsetStorage.values()) {
          for (LocalDatabaseKind database : LocalDatabaseKind.values()) {
            for (TopicKind topics : TopicKind.values()) {
              all.add(new JobVariant(guarantee, scope, storage, database, topics));
            }
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** The commits of its saves. A variant that nobody can run has those of its guarantee. */
  public SavePlan plan() {
    return guarantee.plan().savesTogether() ? guarantee.plan() : guarantee.planFor(storage);
  }

  /** The settings that choose it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("job.guarantee", guarantee.key());
    settings.put("job.scope", scope.key());
    settings.put("offsets.storage", storage.key());
    return settings;
  }

  @Override
  public String toString() {
    return String.join(
        " ", guarantee.key(), scope.key(), storage.key(), database.key(), topics.key());
  }
}
