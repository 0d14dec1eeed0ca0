package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The stored positions in a database. Thread-safe. */
public final class JdbiOffsetStore implements OffsetStore {

  private final JdbcConnections connections;

  /**
   * A store on these connections, which stay open when the store is closed: they are shared.
   *
   * @param connections of a database with the schema part {@code OFFSETS}
   */
  public JdbiOffsetStore(JdbcConnections connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
  }

  /**
   * {@inheritDoc}
   *
   * <p>A position and its history are written in one transaction: where the two differ, another
   * program has changed one of them.
   */
  @Override
  public Map<TopicPartition, OptionalLong> setByOthers(StreamName stream) {
    return connections.inSnapshot(
        handle -> new PositionsOnRecord(handle, stream).otherThanStored());
  }

  @Override
  public Claim claim(StreamName stream) {
    return connections.inTransaction(handle -> claim(handle, stream));
  }

  @Override
  public Claim reclaim(StreamName stream, Epoch held) {
    return connections.inTransaction(
        handle -> {
          requireHeld(handle, stream, held); // and locks the owner's row
          return claim(handle, stream);
        });
  }

  private static Claim claim(Handle handle, StreamName stream) {
    Epoch epoch = new StreamOwnerTable(handle, stream).next();
    StreamOffsetTable offsets = new StreamOffsetTable(handle, stream);
    offsets.readAll().stream()
        .map(StoredPosition::topicPartition)
        .sorted()
        .forEach(partition -> offsets.moveTo(epoch, partition));
    // Read again: a save that was under way moved positions until its row was locked here.
    return new Claim(epoch, byPartition(offsets.readAll()));
  }

  @Override
  public void begin(StreamName stream, Epoch epoch, StartChange change) {
    connections.inTransaction(
        handle -> {
          requireHeld(handle, stream, epoch);
          write(handle, stream, epoch, change);
          return stream;
        });
  }

  private static void requireHeld(Handle handle, StreamName stream, Epoch epoch) {
    StreamOwnerTable owner = new StreamOwnerTable(handle, stream);
    if (!owner.hold(epoch)) {
      throw StopReason.FENCED.because(
          "stream %s was claimed under epoch %s but %s: another driver has probably taken over this"
              + " stream; nothing was written here",
          stream,
          epoch,
          owner.current().map(current -> "now belongs to epoch " + current).orElse("has no owner"));
    }
  }

  private static void write(Handle handle, StreamName stream, Epoch epoch, StartChange change) {
    StreamOffsetTable offsets = new StreamOffsetTable(handle, stream);
    OffsetStartTable starts = new OffsetStartTable(handle, stream);
    change.removed().stream().sorted().forEach(offsets::remove);
    change.written().stream()
        .sorted(Comparator.comparing(StoredPosition::topicPartition))
        .filter(offsets::write)
        .forEach(starts::add);
    OffsetGapTable gaps = new OffsetGapTable(handle, stream);
    change.gaps().forEach(gap -> gaps.add(gap, epoch));
    change.resets().forEach(new OffsetResetTable(handle, stream)::add);
  }

  @Override
  public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    return connections.inTransaction(
        handle -> byPartition(new StreamOffsetTable(handle, stream).readAll()));
  }

  @Override
  public List<StoredPosition> starts(StreamName stream) {
    return connections.inTransaction(handle -> new OffsetStartTable(handle, stream).readAll());
  }

  private static Map<TopicPartition, StoredPosition> byPartition(List<StoredPosition> rows) {
    return rows.stream()
        .collect(Collectors.toMap(StoredPosition::topicPartition, Function.identity()));
  }

  /** Does nothing: the connections belong to whoever opened them. */
  @Override
  public void close() {}
}
