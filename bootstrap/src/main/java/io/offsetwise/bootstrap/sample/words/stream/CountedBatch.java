package io.offsetwise.bootstrap.sample.words.stream;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Where the counts stand after a batch.
 *
 * @param batchTime time of the batch
 * @param counts how often each word has come, since the checkpoint folder was made
 * @param lineage number of RDDs that Spark would go back over if it had to compute the counts
 *     again, see {@link Lineage}
 */
public record CountedBatch(Instant batchTime, Map<String, Long> counts, int lineage) {

  public CountedBatch {
    Objects.requireNonNull(batchTime, "batchTime");
    counts = Map.copyOf(counts);
  }
}
