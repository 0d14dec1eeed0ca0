package io.offsetwise.application.save;

/**
 * What an open commit of results hands to its work, on one connection.
 *
 * @param <R> the job's results
 */
public interface ResultTransaction<R> {

  /** The job's results. */
  ResultWriter<R> results();

  /** The dead letters of records at which the job's function threw. */
  ResultWriter<DeadLetter> letters();

  /** What is on record of the commit. */
  HistoryWriter history();
}
