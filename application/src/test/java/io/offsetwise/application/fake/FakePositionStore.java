package io.offsetwise.application.fake;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Positions in memory, in a place that keeps nothing else: a database of its own, whose register
 * nobody looks at.
 */
public final class FakePositionStore implements PositionStore {

  private final OffsetStore positions;
  private final Set<TopicPartition> others;

  /** The positions in {@code database}. */
  public FakePositionStore(FakeDatabase database) {
    this(database, new HashSet<>());
  }

  /**
   * The same.
   *
   * @param others partitions whose position somebody else has set; a claim empties it
   */
  public FakePositionStore(FakeDatabase database, Set<TopicPartition> others) {
    this.positions = new FakeOffsetStore(database);
    this.others = others;
  }

  @Override
  public Set<TopicPartition> setByOthers(StreamName stream) {
    return Set.copyOf(others);
  }

  @Override
  public Claim claim(StreamName stream) {
    others.clear();
    return positions.claim(stream);
  }

  @Override
  public Claim reclaim(StreamName stream, Epoch held) {
    return positions.reclaim(stream, held);
  }

  @Override
  public void write(
      StreamName stream, Epoch epoch, List<StoredPosition> written, List<TopicPartition> removed) {
    positions.begin(stream, epoch, new StartChange(written, removed, List.of()));
  }

  @Override
  public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    return positions.positions(stream);
  }

  @Override
  public void close() {
    positions.close();
  }
}
