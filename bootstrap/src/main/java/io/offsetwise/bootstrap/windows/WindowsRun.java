package io.offsetwise.bootstrap.windows;

import static io.offsetwise.bootstrap.run.SummaryLines.count;

import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.windows.JdbiStoredWindows;
import io.offsetwise.adapters.storage.windows.WindowCountWriters;
import io.offsetwise.adapters.storage.windows.WindowSchema;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.windows.SlidingWindow;
import io.offsetwise.application.windows.WindowComparison;
import io.offsetwise.application.windows.WindowCount;
import io.offsetwise.bootstrap.run.ComparedRun;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.LogAudit;
import io.offsetwise.bootstrap.run.RecordGenerator;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.StreamEngines;
import io.offsetwise.bootstrap.run.SummaryLines;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.Locale;
import java.util.Optional;

/**
 * Message-windows as the runner sees it.
 *
 * @param settings of the run
 */
public record WindowsRun(Settings settings) implements RunnableJob {

  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    return ResultKind.WINDOWED;
  }

  @Override
  public SchemaPart schema() {
    return WindowSchema.PART;
  }

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    SlidingWindow window =
        new SlidingWindow(
            settings.window().batches(),
            new RetainedBatches(
                settings.job().name(), PerJvm.get(connections.results()), connections.kafka()));
    return engines.engine(new WindowsJob(window), new WindowCountWriters());
  }

  /** Any topic will do, whoever fills it. */
  @Override
  public Optional<RecordGenerator> generator() {
    return Optional.empty();
  }

  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    return new RunReport(
        WindowsReport.of(outcome, Optional.empty()), new SummaryLines(outcome).text());
  }

  @Override
  public ComparedRun compare(RunOutcome outcome, LogAudit audit) {
    AuditReport found = audit(audit);
    WindowsReport.Stored stored =
        PerJvm.get(audit.connections().results())
            .inTransaction(
                handle ->
                    WindowsReport.Stored.of(new JdbiStoredWindows(handle, settings.job().name())));
    WindowsReport report = WindowsReport.of(outcome, Optional.of(stored));
    return new ComparedRun(new RunReport(report, table(outcome, stored, found)), found);
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    return audit.of(JdbiStoredWindows::new, WindowComparison::new);
  }

  private String table(RunOutcome outcome, WindowsReport.Stored stored, AuditReport found) {
    SummaryLines lines =
        new SummaryLines(outcome)
            .add(
                "windows",
                count(stored.number(), "stored")
                    + ", each of up to "
                    + count(settings.window().batches(), "batches")
                    + "; the newest of each partition:");
    stored.newest().forEach(window -> lines.add(placeOf(window), contentOf(window)));
    return lines
        .add(
            "Kafka's log",
            count(found.sent(), "messages")
                + ", "
                + String.format(Locale.ROOT, "%,d", found.stored())
                + " in newest batches of windows")
        .text();
  }

  private static String placeOf(WindowCount window) {
    return window.topic() + "-" + window.partition();
  }

  private static String contentOf(WindowCount window) {
    return "["
        + window.from()
        + ", "
        + window.until()
        + ") "
        + count(window.messages(), "messages")
        + ", "
        + count(window.bytes(), "bytes")
        + ", newest batch from "
        + window.batchFrom();
  }
}
