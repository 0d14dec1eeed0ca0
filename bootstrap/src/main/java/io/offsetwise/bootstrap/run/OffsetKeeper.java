package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.spark.driver.AsyncCommitEngine;
import io.offsetwise.adapters.spark.driver.CheckpointUse;
import io.offsetwise.adapters.spark.driver.CheckpointedStreamEngine;
import io.offsetwise.adapters.spark.driver.CommitGroup;
import io.offsetwise.adapters.spark.driver.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.StreamJob;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.StreamEngine;
import java.util.function.Function;

/** Who makes offsets durable: the kind of engine follows from it. */
public sealed interface OffsetKeeper {

  /** The engine that runs {@code job}. */
  <R> StreamEngine engine(
      StreamEngines parts, StreamJob<R> job, Function<StartedStream, Saver<R>> savers);

  /** The job, by its saves. */
  record Job() implements OffsetKeeper {
    @Override
    public <R> StreamEngine engine(
        StreamEngines parts, StreamJob<R> job, Function<StartedStream, Saver<R>> savers) {
      return new DirectStreamEngine<>(
          parts.spark().context(), parts.settings(), job, parts.scope(), savers);
    }
  }

  /**
   * Spark, in its checkpoint.
   *
   * @param use where its files are, and who tells of them
   */
  record Checkpoint(CheckpointUse use) implements OffsetKeeper {
    @Override
    public <R> StreamEngine engine(
        StreamEngines parts, StreamJob<R> job, Function<StartedStream, Saver<R>> savers) {
      return new CheckpointedStreamEngine<>(
          parts.spark().context(), parts.settings(), job, parts.scope(), savers, use);
    }
  }

  /**
   * The connector, by its {@code commitAsync}.
   *
   * @param group where it commits
   */
  record Connector(CommitGroup group) implements OffsetKeeper {
    @Override
    public <R> StreamEngine engine(
        StreamEngines parts, StreamJob<R> job, Function<StartedStream, Saver<R>> savers) {
      return new AsyncCommitEngine<>(
          parts.spark().context(), parts.settings(), job, parts.scope(), savers, group);
    }
  }
}
