package io.offsetwise.bootstrap.lengths;

import static io.offsetwise.bootstrap.run.SummaryLines.count;

import io.offsetwise.adapters.storage.lengths.JdbiMessageCounts;
import io.offsetwise.adapters.storage.lengths.LengthSchema;
import io.offsetwise.adapters.storage.lengths.MessageCountWriters;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.lengths.CountComparison;
import io.offsetwise.application.lengths.ReplayedLengths;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Message-lengths as the runner sees it.
 *
 * @param settings of the run
 */
public record LengthsRun(Settings settings) implements RunnableJob {

  /** Counters have no natural key, whatever is promised. */
  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    return ResultKind.ACCUMULATED;
  }

  @Override
  public SchemaPart schema() {
    return LengthSchema.PART;
  }

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    return engines.engine(new LengthsJob(), new MessageCountWriters());
  }

  /** Any topic will do, whoever fills it. */
  @Override
  public Optional<RecordGenerator> generator() {
    return Optional.empty();
  }

  /** The counts are as many as there are partitions, however many messages they count. */
  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    LengthsReport report =
        LengthsReport.of(outcome, shown(connections), OptionalLong.empty(), OptionalLong.empty());
    return new RunReport(report, lines(outcome, report).text());
  }

  @Override
  public ComparedRun compare(RunOutcome outcome, LogAudit audit) {
    ReplayedLengths log = new ReplayedLengths();
    AuditReport found = audit(audit.showing(log));
    LengthsReport report =
        LengthsReport.of(
            outcome,
            shown(audit.connections()),
            OptionalLong.of(log.messages()),
            OptionalLong.of(log.bytes()));
    String table =
        lines(outcome, report).add("Kafka's log", both(log.messages(), log.bytes())).text();
    return new ComparedRun(new RunReport(report, table), found);
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    return audit.of(JdbiMessageCounts::withLetters, CountComparison::new);
  }

  private List<LengthsReport.Count> shown(Connections connections) {
    return new JdbiMessageCounts(PerJvm.get(connections.results()))
        .of(settings.job().name()).stream().map(LengthsReport.Count::of).toList();
  }

  private static SummaryLines lines(RunOutcome outcome, LengthsReport report) {
    SummaryLines lines = new SummaryLines(outcome);
    report
        .counts()
        .forEach(
            count ->
                lines.add(
                    count.topic() + "-" + count.partition(),
                    both(count.messages(), count.bytes())));
    return lines.add("counted", both(report.messages(), report.bytes()));
  }

  private static String both(long messages, long bytes) {
    return count(messages, "messages") + ", " + count(bytes, "bytes");
  }
}
