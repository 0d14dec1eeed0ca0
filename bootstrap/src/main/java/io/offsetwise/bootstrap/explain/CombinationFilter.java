package io.offsetwise.bootstrap.explain;

import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.List;
import java.util.Optional;

/**
 * Which combinations are asked for; what is empty may be anything.
 *
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 * @param storage where offsets are kept
 * @param resultKind what the job writes
 */
public record CombinationFilter(
    Optional<DeliveryGuarantee> guarantee,
    Optional<SaveScope> scope,
    Optional<OffsetStorage> storage,
    Optional<ResultKind> resultKind) {

  /** Every combination. */
  public static final CombinationFilter ALL =
      new CombinationFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The combinations that pass, with results in a database, in the domain's order. */
  public List<Combination> combinations() {
    return Combination.allInDatabase().stream().filter(this::passes).toList();
  }

  private boolean passes(Combination combination) {
    return admits(guarantee, combination.guarantee())
        && admits(scope, combination.scope())
        && admits(storage, combination.storage())
        && admits(resultKind, combination.resultKind());
  }

  private static <T> boolean admits(Optional<T> wanted, T found) {
    return wanted.map(found::equals).orElse(true);
  }
}
