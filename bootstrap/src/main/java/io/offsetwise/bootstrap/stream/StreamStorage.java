package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.administration.OffsetHistory;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.StreamSaving;

/**
 * A place for the offsets of one job's stream, with all that follows from it. Results are in the
 * database whatever the place is. Used on the driver.
 */
public interface StreamStorage {

  /** Its value of {@code offsets.storage}. */
  OffsetStorage kind();

  /**
   * How the stream is saved when its offsets are here.
   *
   * @param results what the job writes
   */
  StreamSaving saving(ResultKind results);

  /** The stored positions; to be closed by the caller. */
  OffsetStore offsets();

  /** What is on record of positions in this place. */
  OffsetHistory history();

  /** Opens what the job's saves are made with. */
  <R> StoreProvider<CommitStore<R>> commits(ResultWriters<R> writers);

  /** The stream under audit. */
  <R> AuditedStore<R> audited(ResultViews<R> views);

  /** The engine that does {@code work}: its kind follows from who makes offsets durable here. */
  <R> StreamEngine engine(StreamWork<R> work);
}
