package io.offsetwise.bootstrap.kill;

import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stream whose process is killed, one for each combination; all read the same topics.
 *
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 */
record KilledStream(DeliveryGuarantee guarantee, SaveScope scope) {

  /** The eight of them. */
  static Stream<KilledStream> all() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                Arrays.stream(SaveScope.values()).map(scope -> new KilledStream(guarantee, scope)));
  }

  StreamName name() {
    return new StreamName(guarantee.key() + "-" + scope.key());
  }

  SavePlan plan() {
    return guarantee.plan();
  }

  LedgerKey ledgerKey() {
    return LedgerKey.neededBy(plan());
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
        "-Djob.name=" + name(), "-Djob.guarantee=" + guarantee.key(), "-Djob.scope=" + scope.key());
  }

  @Override
  public String toString() {
    return name().value();
  }
}
