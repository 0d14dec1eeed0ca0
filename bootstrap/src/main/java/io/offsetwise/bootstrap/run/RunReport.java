package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.job.SummaryPart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a run, in both forms.
 *
 * @param json a tree of maps, lists, records and plain values, for {@code -o json}
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

  /** What all jobs have in common, and {@code own}, the job's part. */
  static RunReport of(RunOutcome outcome, SummaryPart own) {
    Map<String, Object> json = new LinkedHashMap<>(outcome.fields());
    json.putAll(own.fields());
    SummaryLines lines = new SummaryLines(outcome);
    own.lines().forEach(line -> lines.add(line.name(), line.value()));
    return new RunReport(json, lines.text());
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
