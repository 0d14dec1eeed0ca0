package io.offsetwise.application.save;

import java.util.Objects;

/**
 * Opens a store whose offsets and results are kept in two places. It can keep every guarantee whose
 * plan commits them separately.
 *
 * @param offsets opens the store that keeps the offsets
 * @param results opens the store that keeps the results
 * @param <R> the job's results
 */
public record SplitStoreProvider<R>(
    StoreProvider<OffsetCommits> offsets, StoreProvider<? extends ResultCommits<R>> results)
    implements StoreProvider<CommitStore<R>> {

  public SplitStoreProvider {
    Objects.requireNonNull(offsets, "offsets");
    Objects.requireNonNull(results, "results");
  }

  @Override
  public CommitStore<R> open() {
    OffsetCommits openOffsets = offsets.open();
    try {
      return new SplitCommitStore<>(openOffsets, results.open());
    } catch (RuntimeException failure) {
      openOffsets.close();
      throw failure;
    }
  }
}
