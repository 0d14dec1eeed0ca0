package io.offsetwise.bootstrap.job;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditReport;
import java.util.function.Function;

/**
 * What a job says of itself at the end of a run, beside what all jobs say. One instance serves one
 * run; used on the driver, by one thread.
 */
public interface JobSummary {

  /**
   * A record of Kafka's log that the stream should have read, and that the log still holds. All of
   * them are shown when the run is compared, and none otherwise.
   */
  default void sent(SourceRecord record) {}

  /**
   * Of a run that is not compared. Must cost what the run cost: neither the log is read for it nor
   * results whose number grows with the history.
   *
   * @param stored may be left unread
   */
  SummaryPart ofRun(Reader stored);

  /**
   * Of a run that was compared, after the last {@link #sent}.
   *
   * @param stored what is stored
   * @param found what the comparison found
   */
  SummaryPart compared(Reader stored, AuditReport found);

  /** Reads what is stored of the stream. */
  @FunctionalInterface
  interface Reader {

    /** Runs {@code work} in one transaction. */
    <T> T read(Function<JdbiStoredResults, T> work);
  }
}
