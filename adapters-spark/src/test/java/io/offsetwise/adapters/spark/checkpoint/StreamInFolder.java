package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A stream that keeps its positions in a folder, as a driver sees it.
 *
 * @param dir holds the folder
 * @param store of this driver
 * @param notices what people were told
 */
record StreamInFolder(Path dir, CheckpointPositionStore store, List<String> notices)
    implements AutoCloseable {

  static final StreamName NAME = new StreamName("payments job/1");
  static final TopicPartition FIRST = new TopicPartition("a", 0);
  static final TopicPartition SECOND = new TopicPartition("a", 1);
  static final Provenance TODAY = provenance("1.0", Map.of("job.scope", "batch"));

  private static final TopicId ID = new TopicId("id");

  static StreamInFolder below(Path dir) {
    return new StreamInFolder(dir, new CheckpointPositionStore(dir), new ArrayList<>());
  }

  static Provenance provenance(String version, Map<String, String> settings) {
    return new Provenance(version, "3.5.5", new TreeMap<>(settings));
  }

  static BatchRanges batch(long from, long until) {
    return BatchRanges.of(new OffsetRange(FIRST, from, until));
  }

  Epoch claim() {
    return store.claim(NAME).epoch();
  }

  /** Claims it and writes where it begins. */
  Epoch begunAt(long first, long second) {
    Epoch epoch = claim();
    store.write(
        NAME,
        epoch,
        List.of(
            new StoredPosition(FIRST, first, ID, epoch),
            new StoredPosition(SECOND, second, ID, epoch)),
        List.of());
    return epoch;
  }

  Generation open(Epoch epoch, Provenance today) {
    return new Generations(folder(), notices::add).open(epoch, today);
  }

  CheckpointFolder folder() {
    return store.folder(NAME);
  }

  Path path(String name) {
    return folder().root().resolve(name);
  }

  /** Stands for what Spark writes. */
  Path writeCheckpoint(int generation, long batchTime, byte[] content) {
    try {
      Path folder = Files.createDirectories(path("spark-" + generation));
      return Files.write(folder.resolve("checkpoint-" + batchTime), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<TopicPartition, Long> nextOffsets() {
    return store.positions(NAME).values().stream()
        .collect(Collectors.toMap(StoredPosition::topicPartition, StoredPosition::nextOffset));
  }

  @Override
  public void close() {
    store.close();
  }
}
