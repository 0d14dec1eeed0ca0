package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.result.DeclaredTables;
import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.adapters.storage.result.TableWriters;
import io.offsetwise.adapters.storage.result.TextKeys;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.job.JobResources;
import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.job.Jobs;
import io.offsetwise.bootstrap.job.RecordGenerator;
import io.offsetwise.bootstrap.job.SummaryPart;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.LogAudit;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A job as it is run: what follows from its declaration under the settings of one run.
 *
 * @param job the declaration
 * @param settings of the run
 * @param <R> rows of its tables
 */
public record DeclaredJob<R>(Job<R> job, Settings settings) implements RunnableJob {

  public DeclaredJob {
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(settings, "settings");
  }

  /**
   * The job that the settings name.
   *
   * @throws io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException when there is
   *     no such job
   */
  public static RunnableJob of(Settings settings) {
    return new DeclaredJob<>(Jobs.of(settings), settings);
  }

  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    return job.resultKind(guarantee);
  }

  @Override
  public void prepare(Connections connections) {
    new SchemaMigration(connections.results()).migrate(SchemaPart.OFFSETS, job.schema());
    JdbcConnections results = PerJvm.get(connections.results());
    new DeclaredTables(results).require(job.tables());
    new TextKeys(results).requireExact(job.tables());
  }

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    JobResources resources = new JobResources(settings, connections.results(), connections.kafka());
    return engines.engine(job.stream(resources), new TableWriters<>(job.tables(), written()));
  }

  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    return RunReport.of(outcome, summary().ofRun(reader(connections)));
  }

  @Override
  public ComparedRun compare(RunOutcome outcome, LogAudit audit) {
    JobSummary summary = summary();
    AuditReport found = audit(audit.showing(summary::sent));
    SummaryPart part = summary.compared(reader(audit.connections()), found);
    return new ComparedRun(RunReport.of(outcome, part), found);
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    return audit.of(job);
  }

  @Override
  public Optional<RecordGenerator> generator() {
    return job.generator(settings);
  }

  private JobSummary summary() {
    return job.summary(written(), settings);
  }

  /** The guarantee decides, wherever offsets are kept. */
  private ResultTables<R> written() {
    return job.tables().under(settings.job().guarantee().plan());
  }

  private JobSummary.Reader reader(Connections connections) {
    return new StoredNow(connections, settings);
  }

  /** Opens the database when it is asked for it. */
  private record StoredNow(Connections connections, Settings settings)
      implements JobSummary.Reader {

    @Override
    public <T> T read(Function<JdbiStoredResults, T> work) {
      JdbcConnections results = PerJvm.get(connections.results());
      return results.inTransaction(
          handle -> work.apply(new JdbiStoredResults(handle, settings.job().name())));
    }
  }
}
