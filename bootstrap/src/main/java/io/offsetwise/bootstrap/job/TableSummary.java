package io.offsetwise.bootstrap.job;

import static io.offsetwise.bootstrap.job.SummaryPart.count;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.domain.audit.AuditReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say of any job: the rows of each of its tables, and the records of the log.
 *
 * @param tables that rows are written to
 */
record TableSummary(ResultTables<?> tables) implements JobSummary {

  private static final String ROWS = "rows";

  @Override
  public SummaryPart ofRun(Reader stored) {
    return new SummaryPart().field(ROWS, Optional.empty());
  }

  @Override
  public SummaryPart compared(Reader stored, AuditReport found) {
    Map<String, Long> rows = stored.read(this::rows);
    SummaryPart part = new SummaryPart().field(ROWS, rows);
    rows.forEach((table, number) -> part.line(table, count(number, ROWS)));
    return part.line("Kafka's log", count(found.sent(), "records"));
  }

  private Map<String, Long> rows(JdbiStoredResults stored) {
    Map<String, Long> rows = new LinkedHashMap<>();
    tables.all().forEach(table -> rows.put(table.name(), stored.count(table)));
    return rows;
  }
}
