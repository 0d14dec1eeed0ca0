package io.offsetwise.application.audit;

import java.util.Objects;
import java.util.function.Function;

/**
 * Offsets in one database and results in another: there is no one instant for both. Offsets are
 * looked at first, so that every save up to the positions seen has its results in the later look,
 * unless it is under way; what was saved meanwhile lies ahead of them, with its commit on record.
 *
 * @param offsets keeps the offsets
 * @param results keeps the results
 * @param <R> how the job's results are read
 */
public record SplitAuditedStore<R>(AuditedStore<?> offsets, AuditedStore<R> results)
    implements AuditedStore<R> {

  public SplitAuditedStore {
    Objects.requireNonNull(offsets, "offsets");
    Objects.requireNonNull(results, "results");
  }

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    return offsets.atOneInstant(
        positions ->
            results.atOneInstant(
                stored ->
                    work.apply(
                        new AuditedStream<>(
                            new SplitOffsets(positions.offsets(), stored.offsets()),
                            stored.results()))));
  }
}
