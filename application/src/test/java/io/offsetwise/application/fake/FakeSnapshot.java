package io.offsetwise.application.fake;

import io.offsetwise.application.audit.AuditedOffsets;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All that a database in memory held of one stream at one instant.
 *
 * @param positions the stored positions
 * @param starts where partitions began
 * @param gaps the accepted gaps
 * @param resets positions that were moved on purpose
 * @param history what was saved
 * @param results keys of the results
 */
public record FakeSnapshot(
    List<StoredPosition> positions,
    List<StoredPosition> starts,
    List<AcceptedGap> gaps,
    List<PositionReset> resets,
    List<SavedRange> history,
    List<String> results)
    implements AuditedOffsets {

  private static final Comparator<SavedRange> ORDER_OF_LOG =
      Comparator.<SavedRange, TopicPartition>comparing(save -> save.range().topicPartition())
          .thenComparingLong(save -> save.range().from());

  @Override
  public Optional<Iterator<SavedRange>> saves() {
    return Optional.of(history.stream().filter(SavedRange::holdsOffsets).iterator());
  }

  @Override
  public Iterator<SavedRange> commits() {
    return history.stream().sorted(ORDER_OF_LOG).iterator();
  }
}
