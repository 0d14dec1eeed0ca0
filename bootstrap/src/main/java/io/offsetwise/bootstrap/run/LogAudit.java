package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.application.audit.AuditObserver;
import io.offsetwise.application.audit.AuditStream;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import java.util.Set;
import java.util.function.Function;

/**
 * Audits the stream of any job: what all jobs have in common.
 *
 * @param settings of the job
 * @param connections where its offsets and results are
 * @param log what Kafka's log retains
 * @param records the log's records
 * @param observer sees how far the audit has come
 */
public record LogAudit(
    Settings settings,
    Connections connections,
    SourceLog log,
    RecordReplay records,
    AuditObserver observer) {

  /**
   * Holds results against the log. A topic that the stream reads no more may be gone, and is not
   * compared then; those of the settings must be there.
   *
   * @param results read the job's results
   * @param comparison compares them with the records that they were made of
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code UNAVAILABLE}
   *     when a topic of the settings is not there
   */
  public <R> AuditReport of(ResultViews<R> results, Function<R, ResultComparison> comparison) {
    log.partitions(Set.copyOf(settings.kafka().topics()));
    return new AuditStream<>(
            settings.job().name(),
            new StreamStores(settings, connections).audited(results),
            log,
            records,
            comparison)
        .audit(observer);
  }
}
