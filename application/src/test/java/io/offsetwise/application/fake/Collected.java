package io.offsetwise.application.fake;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.HistoryWriter;
import io.offsetwise.application.save.ResultTransaction;
import io.offsetwise.application.save.ResultWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction that keeps what is written in it.
 *
 * @param all results
 * @param kept letters
 * @param <R> the results
 */
public record Collected<R>(List<R> all, List<DeadLetter> kept) implements ResultTransaction<R> {

  /** One in which nothing was written yet. */
  public Collected() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public ResultWriter<R> results() {
    return results -> results.forEachRemaining(all::add);
  }

  @Override
  public ResultWriter<DeadLetter> letters() {
    return letters -> letters.forEachRemaining(kept::add);
  }

  @Override
  public HistoryWriter history() {
    throw new UnsupportedOperationException("nobody asks what is on record of it");
  }
}
