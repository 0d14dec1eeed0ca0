package io.offsetwise.bootstrap.lengths;

import static io.offsetwise.bootstrap.run.SummaryLines.count;

import io.offsetwise.adapters.kafka.feed.LogReplay;
import io.offsetwise.adapters.storage.lengths.JdbiMessageCounts;
import io.offsetwise.adapters.storage.lengths.LengthSchema;
import io.offsetwise.adapters.storage.lengths.MessageCountWriters;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.lengths.CountComparison;
import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.application.lengths.ReplayedLengths;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.LogAudit;
import io.offsetwise.bootstrap.run.RecordGenerator;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.StreamEngines;
import io.offsetwise.bootstrap.run.StreamStores;
import io.offsetwise.bootstrap.run.SummaryLines;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.List;
import java.util.Optional;

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
    return engines.engine(
        new LengthsJob(),
        new StreamStores(settings, connections).commits(new MessageCountWriters()));
  }

  /** Any topic will do, whoever fills it. */
  @Override
  public Optional<RecordGenerator> generator() {
    return Optional.empty();
  }

  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    List<MessageCount> counts =
        new JdbiMessageCounts(PerJvm.get(connections.results())).of(settings.job().name());
    ReplayedLengths log = new ReplayedLengths();
    new LogReplay(connections.kafka()).replay(outcome.stored(), log);
    LengthsReport report =
        new LengthsReport(
            settings.job().name().value(),
            settings.job().guarantee().key(),
            settings.job().scope().key(),
            settings.offsets().storage().key(),
            outcome.records(),
            outcome.batches(),
            outcome.namedPositions(),
            counts.stream().map(LengthsRun::shown).toList(),
            counts.stream().mapToLong(MessageCount::messages).sum(),
            counts.stream().mapToLong(MessageCount::bytes).sum(),
            log.messages(),
            log.bytes());
    return new RunReport(report, table(outcome, report));
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    return audit.of(JdbiMessageCounts::in, CountComparison::new);
  }

  private static LengthsReport.Count shown(MessageCount count) {
    return new LengthsReport.Count(
        count.topic(), count.partition(), count.messages(), count.bytes());
  }

  private static String table(RunOutcome outcome, LengthsReport report) {
    SummaryLines lines = new SummaryLines(outcome);
    report
        .counts()
        .forEach(
            count ->
                lines.add(
                    count.topic() + "-" + count.partition(),
                    both(count.messages(), count.bytes())));
    return lines
        .add("counted", both(report.messages(), report.bytes()))
        .add("Kafka's log", both(report.messagesInLog(), report.bytesInLog()))
        .text();
  }

  private static String both(long messages, long bytes) {
    return count(messages, "messages") + ", " + count(bytes, "bytes");
  }
}
