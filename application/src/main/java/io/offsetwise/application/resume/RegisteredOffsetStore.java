package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Positions in one place, and the register in another: a store for places that keep positions
 * alone.
 *
 * <p>Nothing makes the two write together. Positions come first; one that the register does not
 * know is written again, and entered, by the next start, before anything is read from it. The other
 * order would make a crash between the two look like lost positions.
 */
public final class RegisteredOffsetStore implements OffsetStore {

  private final PositionStore positions;
  private final OffsetRegister register;

  /** A store of these two; closing it closes both. */
  public RegisteredOffsetStore(PositionStore positions, OffsetRegister register) {
    this.positions = Objects.requireNonNull(positions, "positions");
    this.register = Objects.requireNonNull(register, "register");
  }

  @Override
  public void requireOwn(StreamName stream) {
    positions.requireOwn(stream);
  }

  @Override
  public Map<TopicPartition, OptionalLong> setByOthers(StreamName stream) {
    Set<TopicPartition> others = positions.setByOthers(stream);
    return others.isEmpty() ? Map.of() : onRecord(stream, others);
  }

  /** A partition without results on record stands where it was begun last. */
  private Map<TopicPartition, OptionalLong> onRecord(
      StreamName stream, Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> known = new HashMap<>();
    register.starts(stream).forEach(row -> known.put(row.topicPartition(), row.nextOffset()));
    known.putAll(register.reached(stream).nextOffsets());
    return partitions.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                partition ->
                    Optional.ofNullable(known.get(partition))
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty)));
  }

  @Override
  public Claim claim(StreamName stream) {
    return positions.claim(stream);
  }

  @Override
  public Claim reclaim(StreamName stream, Epoch held) {
    return positions.reclaim(stream, held);
  }

  @Override
  public void begin(StreamName stream, Epoch epoch, StartChange change) {
    Set<TopicPartition> before = new HashSet<>(positions.positions(stream).keySet());
    before.retainAll(partitions(register.starts(stream)));
    positions.write(stream, epoch, change.written(), change.removed());
    register.enter(
        stream, epoch, without(before, change.written()), change.gaps(), change.resets());
  }

  @Override
  public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    return positions.positions(stream);
  }

  @Override
  public List<StoredPosition> starts(StreamName stream) {
    return register.starts(stream);
  }

  @Override
  public void close() {
    try {
      positions.close();
    } finally {
      register.close();
    }
  }

  private static Set<TopicPartition> partitions(Collection<StoredPosition> rows) {
    return rows.stream().map(StoredPosition::topicPartition).collect(Collectors.toSet());
  }

  private static List<StoredPosition> without(
      Set<TopicPartition> known, Collection<StoredPosition> rows) {
    return rows.stream().filter(row -> !known.contains(row.topicPartition())).toList();
  }
}
