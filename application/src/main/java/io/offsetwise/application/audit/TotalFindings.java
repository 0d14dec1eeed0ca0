package io.offsetwise.application.audit;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The wrong totals of an audit: all are counted, the first are named. */
final class TotalFindings {

  private TotalFindings() {}

  static List<Finding> of(ResultTable<?> table, Iterator<WrongTotal> wrong) {
    List<Finding> findings = new ArrayList<>();
    while (wrong.hasNext() && findings.size() < Offenders.MOST_NAMED) {
      findings.add(finding(table, wrong.next()));
    }
    long unnamed = 0;
    for (; wrong.hasNext(); wrong.next()) {
      unnamed++;
    }
    if (unnamed > 0) {
      findings.add(
          Finding.of(
              FindingKind.WRONG_BALANCE,
              "others",
              unnamed,
              unnamed + " more totals in " + table.name() + " are not the sum of their rows"));
    }
    return findings;
  }

  private static Finding finding(ResultTable<?> table, WrongTotal wrong) {
    return Finding.of(
        FindingKind.WRONG_BALANCE,
        wrong.key(),
        1,
        Text.of(
            "the total of %s in %s is %s but its rows add up to %s",
            wrong.key(), table.name(), wrong.total(), wrong.rows()));
  }
}
