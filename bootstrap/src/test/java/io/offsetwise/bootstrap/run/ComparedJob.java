package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.job.RecordGenerator;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.LogAudit;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A job that only ends: it counts its comparisons, and they find what it is told. */
final class ComparedJob implements RunnableJob {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 0);

  private int comparisons;
  private long sent = 5;
  private List<Finding> findings = List.of();
  private Optional<Runnable> before = Optional.empty();

  int comparisons() {
    return comparisons;
  }

  void finds(long ofRecords, Finding... what) {
    sent = ofRecords;
    findings = List.of(what);
  }

  /** A comparison goes on after this. */
  void goesOnAfter(Runnable action) {
    before = Optional.of(action);
  }

  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    return new RunReport("json", "table");
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    comparisons++;
    before.ifPresent(Runnable::run);
    audit.observer().comparing(sent, done -> done.accept(sent));
    AuditedPartition partition =
        new AuditedPartition(
            OffsetTrail.begunAt(PARTITION, 0),
            OptionalLong.of(sent),
            Optional.of(new RetainedRange(0, sent)));
    return new AuditReport(
        List.of(new PartitionFindings(partition, sent, sent, findings)), List.of());
  }

  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void prepare(Connections connections) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<RecordGenerator> generator() {
    return Optional.empty();
  }
}
