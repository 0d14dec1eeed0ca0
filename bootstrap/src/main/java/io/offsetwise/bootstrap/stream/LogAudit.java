package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.read.RangeReplay;
import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.audit.AuditObserver;
import io.offsetwise.application.audit.AuditStream;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ShownRecords;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Audits the stream of any job: what all jobs have in common.
 *
 * @param stores of the job's stream
 * @param log what Kafka's log retains
 * @param records the log's records
 * @param observer sees how far the audit has come
 * @param viewer is shown each record that the stream should have read, before it is compared
 */
public record LogAudit(
    StreamStores stores,
    SourceLog log,
    RecordReplay records,
    AuditObserver observer,
    Consumer<? super SourceRecord> viewer) {

  /** A database may sort for long before it hands over its first row. */
  private static final Duration LONGEST_SORT = Duration.ofMinutes(10);

  /**
   * Opens what an audit needs beside the log, for as long as {@code work} takes.
   *
   * @param log stays the caller's
   * @throws io.offsetwise.application.stop.StoppedException what {@code work} throws
   */
  public static <T> T with(
      StreamStores stores, SourceLog log, Progress progress, Function<LogAudit, T> work) {
    Connections connections = stores.connections();
    try (RangeReplay records = RangeReplay.open(connections.kafka())) {
      progress.say("reading what is stored of stream " + stores.name());
      return work.apply(
          new LogAudit(
              stores.over(connections.waitingForAnswers(LONGEST_SORT)),
              log,
              records,
              (offsets, compared) -> progress.count("offsets compared", offsets, compared::accept),
              record -> {}));
    }
  }

  /** Where its offsets and results are. */
  public Connections connections() {
    return stores.connections();
  }

  /**
   * The same audit, which shows each record that the stream should have read to {@code viewer}
   * first.
   */
  public LogAudit showing(Consumer<? super SourceRecord> viewer) {
    return new LogAudit(stores, log, records, observer, viewer);
  }

  /**
   * The same audit, which runs {@code check} again and again while it compares; what that throws
   * ends it.
   */
  public LogAudit checkedBy(Runnable check) {
    return new LogAudit(
        stores,
        log,
        records,
        (offsets, work) ->
            observer.comparing(
                offsets,
                done ->
                    work.accept(
                        compared -> {
                          check.run();
                          done.accept(compared);
                        })),
        viewer);
  }

  /**
   * Holds results against the log. A topic that the stream reads no more may be gone, and is not
   * compared then; those of the settings must be there.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when a
   *     topic of the settings is not there
   */
  public <R> AuditReport of(Job<R> job) {
    Settings settings = stores.settings();
    ResultTables<R> written = job.tables().under(settings.job().guarantee().plan());
    log.partitions(Set.copyOf(settings.kafka().topics()));
    return new AuditStream<StoredResults>(
            settings.job().name(),
            settings.plan(),
            stores.storage().audited(JdbiStoredResults::new),
            log,
            records,
            stored -> new ShownRecords(job.comparison(written, stored), viewer))
        .audit(observer);
  }
}
