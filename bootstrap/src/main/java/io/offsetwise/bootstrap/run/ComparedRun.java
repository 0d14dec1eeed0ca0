package io.offsetwise.bootstrap.run;

import io.offsetwise.domain.audit.AuditReport;
import java.util.Objects;

/**
 * A run whose results were held against Kafka's log.
 *
 * @param report what came of the run, with the job's own numbers of both sides
 * @param audit what the comparison found
 */
public record ComparedRun(RunReport report, AuditReport audit) {

  public ComparedRun {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(audit, "audit");
  }
}
