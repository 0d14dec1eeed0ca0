package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.bootstrap.sample.words.stream.WordSource;

/**
 * What {@code made-for.json} holds: the source that a checkpoint was made for.
 *
 * @param host where lines are served
 * @param port the port there
 * @param batchIntervalMillis the time between two batches
 * @param stateCheckpoint after how many batches the counts are written to the checkpoint
 */
record CheckpointedSource(String host, int port, long batchIntervalMillis, int stateCheckpoint) {

  static CheckpointedSource of(WordSource source) {
    return new CheckpointedSource(
        source.host(), source.port(), source.batchInterval().toMillis(), source.stateCheckpoint());
  }

  @Override
  public String toString() {
    return "%s:%d, job.batch-interval %dms, --state-checkpoint %d"
        .formatted(host, port, batchIntervalMillis, stateCheckpoint);
  }
}
