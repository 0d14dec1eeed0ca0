package io.offsetwise.bootstrap.audit;

import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.job.Jobs;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.ExistingDatabases;
import io.offsetwise.bootstrap.stream.OpenStream;
import io.offsetwise.bootstrap.stream.Preconditions;
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
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when
   *     such a job could not run, {@code UNAVAILABLE} when broker, topics, database or stream are
   *     not there, {@code SCHEMA_VERSION} when the database is of another version
   */
  public AuditReport run() throws InterruptedException {
    Job<?> job = Jobs.of(settings);
    Preconditions.require(settings, job.resultKind(settings.job().guarantee()));
    try (OpenStream stream = OpenStream.of(settings, progress)) {
      return stream.audit(audit -> audit.of(job));
    }
  }
}
