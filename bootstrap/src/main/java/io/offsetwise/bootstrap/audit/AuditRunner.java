package io.offsetwise.bootstrap.audit;

import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.DeclaredJob;
import io.offsetwise.bootstrap.run.LogAudit;
import io.offsetwise.bootstrap.run.Preconditions;
import io.offsetwise.bootstrap.run.Progress;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.ServicesInUse;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import java.util.Objects;

/**
 * Audits the stream of a job in this process: the one place where what an audit needs is opened and
 * closed. Beside a driver that runs it changes nothing and holds up nothing.
 */
public final class AuditRunner {

  private final Settings settings;
  private final Progress progress;

  /** An audit under the settings that the job runs with. */
  public AuditRunner(Settings settings, Progress progress) {
    this.settings = ExistingDatabases.of(Objects.requireNonNull(settings, "settings"));
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Audits.
   *
   * @return what came of it
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code IMPOSSIBLE}
   *     when such a job could not run, {@code UNAVAILABLE} when broker, topics, database or stream
   *     are not there, {@code SCHEMA_VERSION} when the database is of another version
   */
  public AuditReport run() throws InterruptedException {
    RunnableJob job = DeclaredJob.of(settings);
    Preconditions.require(settings, job.resultKind(settings.job().guarantee()));
    try (ServicesInUse services = ServicesInUse.of(settings, progress)) {
      return audit(job, services.connections());
    }
  }

  private AuditReport audit(RunnableJob job, Connections connections) {
    try (SourceLog log = KafkaSourceLog.open(connections.kafka())) {
      return LogAudit.with(settings, connections, log, progress, job::audit);
    }
  }
}
