package io.offsetwise.bootstrap.sample.windows;

import static io.offsetwise.bootstrap.job.SummaryPart.count;

import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.job.SummaryPart;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest window of each partition, and how many there are.
 *
 * @param batches number of batches that a window holds
 */
record WindowsSummary(int batches) implements JobSummary {

  @Override
  public SummaryPart ofRun(Reader stored) {
    return new SummaryPart()
        .field("windowBatches", batches)
        .field("storedWindows", OptionalLong.empty())
        .field("windows", Optional.empty());
  }

  @Override
  public SummaryPart compared(Reader stored, AuditReport found) {
    long number = stored.read(results -> results.count(WindowsJob.WINDOWS));
    List<WindowCount> newest =
        stored.read(results -> new NewestWindows(results.handle(), results.stream()).all());
    SummaryPart part =
        new SummaryPart()
            .field("windowBatches", batches)
            .field("storedWindows", number)
            .field("windows", newest)
            .line(
                "windows",
                Text.of(
                    "%s, each of up to %s; the newest of each partition:",
                    count(number, "stored"), count(batches, "batches")));
    newest.forEach(window -> part.line(placeOf(window), contentOf(window)));
    return part.line(
        "Kafka's log",
        count(found.sent(), "messages")
            + ", "
            + count(found.stored(), "in newest batches of windows"));
  }

  private static String placeOf(WindowCount window) {
    return window.topic() + "-" + window.partition();
  }

  private static String contentOf(WindowCount window) {
    return Text.of(
        "[%s, %s) %s, %s, newest batch from %s",
        window.from(),
        window.until(),
        count(window.messages(), "messages"),
        count(window.bytes(), "bytes"),
        window.batchFrom());
  }
}
