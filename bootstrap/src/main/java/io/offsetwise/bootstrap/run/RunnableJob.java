package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.job.RecordGenerator;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.LogAudit;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.Optional;

/** What differs between the jobs that can be run and audited. Used on the driver. */
public interface RunnableJob {

  /** What the job writes under this guarantee. */
  ResultKind resultKind(DeliveryGuarantee guarantee);

  /**
   * Brings the database of its results to this version, the tables that every job needs included.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code SCHEMA_VERSION} when
   *     they are not what the job needs
   */
  void prepare(Connections connections);

  /** The engine that runs the job's function and saves its results. */
  StreamEngine engine(StreamEngines engines, Connections connections);

  /**
   * What came of a run. It costs what the run cost: neither the log nor results whose number grows
   * with the history are read for it.
   */
  RunReport report(RunOutcome outcome, Connections connections);

  /**
   * What came of a run whose results are to be compared with the log: an audit, and beside it what
   * the job has to say of both sides.
   *
   * @param audit has not begun
   */
  default ComparedRun compare(RunOutcome outcome, LogAudit audit) {
    return new ComparedRun(report(outcome, audit.connections()), audit(audit));
  }

  /** Holds what it has stored against the log. */
  AuditReport audit(LogAudit audit);

  /** Generates records for its topics; empty when others alone fill them. */
  Optional<RecordGenerator> generator();
}
