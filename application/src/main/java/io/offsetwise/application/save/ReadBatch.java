package io.offsetwise.application.save;

import java.util.Iterator;
import java.util.List;

/**
 * What a whole batch came to, in memory: its results, and the records that have none because the
 * function threw.
 *
 * @param results of its records
 * @param letters of the others
 * @param <R> the job's results
 */
public record ReadBatch<R>(List<R> results, List<DeadLetter> letters) implements ReadResults<R> {

  @Override
  public Iterator<R> iterator() {
    return results.iterator();
  }
}
