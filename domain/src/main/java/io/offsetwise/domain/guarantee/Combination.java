package io.offsetwise.domain.guarantee;

import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A guarantee together with everything that decides whether it is possible.
 *
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 * @param storage where offsets are kept
 * @param resultKind what the job writes
 * @param atomicity whether one transaction can hold results and offsets
 */
public record Combination(
    DeliveryGuarantee guarantee,
    SaveScope scope,
    OffsetStorage storage,
    ResultKind resultKind,
    Atomicity atomicity) {

  public Combination {
    Objects.requireNonNull(guarantee, "guarantee");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(resultKind, "resultKind");
    Objects.requireNonNull(atomicity, "atomicity");
  }

  /** A combination whose results are in a database, the own store being the same database. */
  public static Combination inDatabase(
      DeliveryGuarantee guarantee, SaveScope scope, OffsetStorage storage, ResultKind resultKind) {
    return new Combination(guarantee, scope, storage, resultKind, storage.atomicity());
  }

  /** Every combination with results in a database, in the order of the enumerations. */
  public static List<Combination> allInDatabase() {
    List<Combination> all = new ArrayList<>();
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      for (SaveScope scope : SaveScope.values()) {
        for (OffsetStorage storage : OffsetStorage.values()) {
          for (ResultKind resultKind : ResultKind.values()) {
            all.add(inDatabase(guarantee, scope, storage, resultKind));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** Whether the promise can be kept, and how, or why not. */
  public Verdict verdict() {
    if (resultKind == ResultKind.WINDOWED && scope == SaveScope.PARTITION) {
      return new Verdict.Refused(
          "a window cannot be saved per partition: it holds records of several batches, and a task"
              + " that has some of them says nothing of the newest batch's range, which alone may"
              + " become the stored offsets; choose scope batch");
    }
    return switch (guarantee) {
      case AT_MOST_ONCE -> atMostOnce();
      case AT_LEAST_ONCE -> possible();
      case IDEMPOTENT_EXACTLY_ONCE -> idempotent();
      case TRANSACTIONAL_EXACTLY_ONCE -> transactional();
    };
  }

  private Verdict atMostOnce() {
    return storage
        .engine()
        .map(this::offsetsNeverComeFirst)
        .map(Verdict.class::cast)
        .orElseGet(this::possible);
  }

  private Verdict.Refused offsetsNeverComeFirst(EngineWriting engine) {
    return new Verdict.Refused(
        Text.of(
            "at-most-once cannot keep its offsets in %s: %s; keep offsets in the own store or in"
                + " Kafka, saved by the job",
            storage.label(), engine.whyRepeated()));
  }

  private Verdict idempotent() {
    return switch (resultKind) {
      case KEYED -> possible();
      case ACCUMULATED ->
          withoutNaturalKey("an increment that is written again counts again; write keyed results");
      case WINDOWED ->
          withoutNaturalKey(
              "after a crash the log is cut into other batches, so that a window comes back with"
                  + " other bounds, beside its first row; write what each record says under the"
                  + " record's own key");
    };
  }

  private static Verdict withoutNaturalKey(String why) {
    return new Verdict.Refused(
        Text.of(
            "idempotent exactly-once needs results under a natural unique key: %s, or choose"
                + " transactional exactly-once",
            why));
  }

  private Verdict transactional() {
    if (atomicity == Atomicity.SEPARATE_COMMITS || storage.writer() == OffsetWriter.ENGINE) {
      return new Verdict.Refused(
          Text.of(
              """
              transactional exactly-once needs one transaction that holds both results and \
              offsets: %s and the results commit separately; keep offsets in the results' own \
              database, or choose idempotent exactly-once with keyed results""",
              storage.label()));
    }
    return possible();
  }

  private Verdict possible() {
    return new Verdict.Possible(guarantee.planFor(storage));
  }
}
