package io.offsetwise.application.save;

/**
 * What an open commit hands to its work where one place keeps both: offsets and results, dead
 * letters among them, on one connection. The transaction is this parameter; there is no annotation
 * and no thread-local.
 *
 * @param offsets the stream's offsets
 * @param results the job's results
 * @param letters the dead letters of records at which the job's function threw
 * @param <R> the job's results
 */
public record SaveTransaction<R>(
    GuardedOffsets offsets, ResultWriter<R> results, ResultWriter<DeadLetter> letters)
    implements ResultTransaction<R> {

  @Override
  public HistoryWriter history() {
    return offsets;
  }
}
