package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.audit.AuditVerdict;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a run, in both forms.
 *
 * @param json a record, for {@code -o json}
 * @param table a few lines for people
 * @param verdict what the comparison with Kafka's log came to; empty when nothing was compared
 */
public record RunReport(Object json, String table, Optional<AuditVerdict> verdict) {

  public RunReport {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(verdict, "verdict");
  }

  /** Of a run about whose results nothing is known but what it counted itself. */
  public RunReport(Object json, String table) {
    this(json, table, Optional.empty());
  }

  /** The same with one more line for people. */
  RunReport plus(String name, String value) {
    return new RunReport(
        json, table + System.lineSeparator() + SummaryLines.line(name, value), verdict);
  }

  /** The same with what the comparison found: the lines for people name each finding. */
  RunReport judgedBy(AuditVerdict judgement) {
    RunReport report = new RunReport(json, table, Optional.of(judgement));
    for (AuditVerdict.Found found : judgement.findings()) {
      report = report.plus(found.permitted() ? "permitted" : "BROKEN", found.description());
    }
    return report;
  }
}
