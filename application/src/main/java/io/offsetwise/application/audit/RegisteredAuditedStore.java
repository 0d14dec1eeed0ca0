package io.offsetwise.application.audit;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Positions in a place that keeps nothing else, results and register in a store that can be read at
 * one instant. What is committed first is looked at last, so that a save that is under way does not
 * look like a breach.
 *
 * @param stream which one
 * @param plan the commits of each save
 * @param positions where its positions are
 * @param results keeps results and register
 * @param <R> how the job's results are read
 */
public record RegisteredAuditedStore<R>(
    StreamName stream, SavePlan plan, OffsetStore positions, AuditedStore<R> results)
    implements AuditedStore<R> {

  public RegisteredAuditedStore {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(positions, "positions");
    Objects.requireNonNull(results, "results");
  }

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    if (plan.savesOffsetsFirst()) {
      return results.atOneInstant(stored -> work.apply(both(look(), stored)));
    }
    List<StoredPosition> seen = look();
    return results.atOneInstant(stored -> work.apply(both(seen, stored)));
  }

  private List<StoredPosition> look() {
    return List.copyOf(positions.positions(stream).values());
  }

  private static <R> AuditedStream<R> both(List<StoredPosition> seen, AuditedStream<R> stored) {
    return new AuditedStream<>(new RegisteredOffsets(seen, stored.offsets()), stored.results());
  }
}
