package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a start, or a reset between two starts, changes in the store.
 *
 * @param written rows to insert, or to replace because an accepted case moved them
 * @param removed partitions whose rows go, because they are missing and that was accepted
 * @param gaps accepted cases, to be kept on record
 * @param resets positions that were moved on purpose, to be kept on record
 */
public record StartChange(
    List<StoredPosition> written,
    List<TopicPartition> removed,
    List<HarmfulFinding> gaps,
    List<PositionReset> resets) {

  public StartChange {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    gaps = List.copyOf(gaps);
    resets = List.copyOf(resets);
  }

  /** What a start changes. */
  public StartChange(
      List<StoredPosition> written, List<TopicPartition> removed, List<HarmfulFinding> gaps) {
    this(written, removed, gaps, List.of());
  }

  /** The same, with more positions that were moved. */
  StartChange with(List<PositionReset> more) {
    return new StartChange(
        written, removed, gaps, Stream.concat(resets.stream(), more.stream()).toList());
  }

  /** Whether nothing is to be written. */
  public boolean isEmpty() {
    return written.isEmpty() && removed.isEmpty() && gaps.isEmpty() && resets.isEmpty();
  }
}
