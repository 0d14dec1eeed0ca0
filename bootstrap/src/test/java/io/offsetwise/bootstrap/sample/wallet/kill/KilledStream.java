package io.offsetwise.bootstrap.sample.wallet.kill;

import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.Verdict;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stream whose process is killed, one for each combination; all read the same topics.
 *
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 * @param storage where offsets are kept
 */
record KilledStream(DeliveryGuarantee guarantee, SaveScope scope, OffsetStorage storage) {

  /** The eight that keep offsets in the database. */
  static Stream<KilledStream> all() {
    return everywhere().filter(stream -> stream.storage() == OffsetStorage.OWN);
  }

  /** All that can keep their promise, with results in a database. */
  static Stream<KilledStream> everywhere() {
    return Combination.allInDatabase().stream()
        .filter(combination -> combination.verdict() instanceof Verdict.Possible)
        .map(
            combination ->
                new KilledStream(
                    combination.guarantee(), combination.scope(), combination.storage()))
        .distinct();
  }

  StreamName name() {
    return new StreamName(guarantee.key() + "-" + scope.key() + "-" + storage.key());
  }

  SavePlan plan() {
    return guarantee.planFor(storage);
  }

  /** What the notes say of records whose save was half done when the process died. */
  CrashOutcome outcomeOfHalfDone() {
    return switch (guarantee) {
      case AT_MOST_ONCE -> CrashOutcome.LOST;
      case AT_LEAST_ONCE -> CrashOutcome.REPEATED;
      case IDEMPOTENT_EXACTLY_ONCE, TRANSACTIONAL_EXACTLY_ONCE -> CrashOutcome.INTACT;
    };
  }

  /** What tells it from the others on a command line. */
  List<String> settings() {
    return List.of(
        "-Djob.name=" + name(),
        "-Djob.guarantee=" + guarantee.key(),
        "-Djob.scope=" + scope.key(),
        "-Doffsets.storage=" + storage.key());
  }

  @Override
  public String toString() {
    return name().value();
  }
}
