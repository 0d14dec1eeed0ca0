package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.spark.driver.AsyncCommitEngine;
import io.offsetwise.adapters.spark.driver.CheckpointUse;
import io.offsetwise.adapters.spark.driver.CheckpointedStreamEngine;
import io.offsetwise.adapters.spark.driver.CommitGroup;
import io.offsetwise.adapters.spark.driver.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.StreamWork;
import io.offsetwise.application.session.StreamEngine;

/** Who makes offsets durable: the kind of engine follows from it. */
public sealed interface OffsetKeeper {

  /** The engine that does {@code work}. */
  <R> StreamEngine engine(StreamWork<R> work);

  /** The job, by its saves. */
  record Job() implements OffsetKeeper {
    @Override
    public <R> StreamEngine engine(StreamWork<R> work) {
      return new DirectStreamEngine<>(work);
    }
  }

  /**
   * Spark, in its checkpoint.
   *
   * @param use where its files are, and who tells of them
   */
  record Checkpoint(CheckpointUse use) implements OffsetKeeper {
    @Override
    public <R> StreamEngine engine(StreamWork<R> work) {
      return new CheckpointedStreamEngine<>(work, use);
    }
  }

  /**
   * The connector, by its {@code commitAsync}.
   *
   * @param group where it commits
   */
  record Connector(CommitGroup group) implements OffsetKeeper {
    @Override
    public <R> StreamEngine engine(StreamWork<R> work) {
      return new AsyncCommitEngine<>(work, group);
    }
  }
}
