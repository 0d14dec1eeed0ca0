package io.offsetwise.application.audit;

import io.offsetwise.domain.guarantee.SavePlan;
import java.util.Objects;
import java.util.function.Function;

/**
 * Offsets in one place and results in another: there is no one instant for both. What is committed
 * first is looked at last; so whatever the one that is committed last shows has its other half in
 * the other look, and a save that is under way does not look like a breach.
 *
 * @param plan the commits of each save
 * @param offsets keeps the offsets
 * @param results keeps the results
 * @param <R> how the job's results are read
 */
public record SplitAuditedStore<R>(SavePlan plan, AuditedStore<?> offsets, AuditedStore<R> results)
    implements AuditedStore<R> {

  public SplitAuditedStore {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(offsets, "offsets");
    Objects.requireNonNull(results, "results");
  }

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    return plan.savesOffsetsFirst()
        ? results.atOneInstant(
            stored ->
                offsets.atOneInstant(
                    positions -> work.apply(both(positions.offsets(), stored.results()))))
        : offsets.atOneInstant(
            positions ->
                results.atOneInstant(
                    stored -> work.apply(both(positions.offsets(), stored.results()))));
  }

  private static <R> AuditedStream<R> both(OffsetJournal offsets, R results) {
    return new AuditedStream<>(offsets, results);
  }
}
