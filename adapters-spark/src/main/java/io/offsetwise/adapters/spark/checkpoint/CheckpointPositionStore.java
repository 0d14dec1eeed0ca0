package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The positions beside Spark's checkpoints. A claim locks the stream's folder until the store is
 * closed; positions can be read by anybody at any time. Thread-safe.
 */
public final class CheckpointPositionStore implements PositionStore {

  private final Path dir;
  private final ConcurrentMap<StreamName, CheckpointFolder> folders = new ConcurrentHashMap<>();

  /**
   * A store that touches nothing until a stream is claimed.
   *
   * @param dir holds the folders of all streams
   */
  public CheckpointPositionStore(Path dir) {
    this.dir = Objects.requireNonNull(dir, "dir");
  }

  /** The folder of a stream, which belongs to this store. */
  public CheckpointFolder folder(StreamName stream) {
    return folders.computeIfAbsent(stream, name -> new CheckpointFolder(dir, name));
  }

  @Override
  public Claim claim(StreamName stream) {
    PositionsFile claimed = folder(stream).claim();
    return new Claim(claimed.claim(), claimed.stored());
  }

  @Override
  public Claim reclaim(StreamName stream, Epoch held) {
    PositionsFile claimed = folder(stream).update(held, PositionsFile::claimedAgain);
    return new Claim(claimed.claim(), claimed.stored());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Spark's files do not know of it: the next session begins a new generation.
   */
  @Override
  public void write(
      StreamName stream, Epoch epoch, List<StoredPosition> written, List<TopicPartition> removed) {
    folder(stream).update(epoch, file -> file.moved(written, removed));
  }

  @Override
  public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    return folder(stream).positions().map(PositionsFile::stored).orElseGet(Map::of);
  }

  @Override
  public void close() {
    folders.values().forEach(CheckpointFolder::close);
  }
}
