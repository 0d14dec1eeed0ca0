package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.resume.OffsetRegister;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The register of streams whose positions are kept elsewhere. Thread-safe. */
public final class JdbiOffsetRegister implements OffsetRegister {

  private final JdbcConnections connections;

  /**
   * A register on these connections, which stay open when it is closed: they are shared.
   *
   * @param connections of a database with the schema part {@code OFFSETS}
   */
  public JdbiOffsetRegister(JdbcConnections connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
  }

  @Override
  public void enter(
      StreamName stream,
      Epoch epoch,
      List<StoredPosition> begun,
      List<HarmfulFinding> gaps,
      List<PositionReset> resets) {
    connections.inTransaction(
        handle -> {
          OffsetStartTable starts = new OffsetStartTable(handle, stream);
          begun.stream()
              .sorted(Comparator.comparing(StoredPosition::topicPartition))
              .forEach(starts::add);
          OffsetGapTable table = new OffsetGapTable(handle, stream);
          gaps.forEach(gap -> table.add(gap, epoch));
          resets.forEach(new OffsetResetTable(handle, stream)::add);
          return stream;
        });
  }

  @Override
  public Positions reached(StreamName stream) {
    return connections.inTransaction(handle -> new ReachedOffsets(handle, stream).read());
  }

  @Override
  public List<StoredPosition> starts(StreamName stream) {
    return connections.inTransaction(handle -> new OffsetStartTable(handle, stream).readAll());
  }

  /** Does nothing: the connections belong to whoever opened them. */
  @Override
  public void close() {}
}
