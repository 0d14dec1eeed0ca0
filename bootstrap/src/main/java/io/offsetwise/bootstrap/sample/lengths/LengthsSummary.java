package io.offsetwise.bootstrap.sample.lengths;

import static io.offsetwise.bootstrap.job.SummaryPart.count;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.job.SummaryPart;
import io.offsetwise.domain.audit.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The counts of each partition and of all, and what the log holds. The counts are as many as there
 * are partitions, however many messages they count. Not thread-safe.
 */
final class LengthsSummary implements JobSummary {

  private long messagesInLog;
  private long bytesInLog;

  @Override
  public void sent(SourceRecord record) {
    messagesInLog++;
    bytesInLog += record.value() == null ? 0 : record.value().length;
  }

  @Override
  public SummaryPart ofRun(Reader stored) {
    return counts(stored)
        .field("messagesInLog", OptionalLong.empty())
        .field("bytesInLog", OptionalLong.empty());
  }

  @Override
  public SummaryPart compared(Reader stored, AuditReport found) {
    return counts(stored)
        .field("messagesInLog", messagesInLog)
        .field("bytesInLog", bytesInLog)
        .line("Kafka's log", both(messagesInLog, bytesInLog));
  }

  private static SummaryPart counts(Reader stored) {
    List<MessageCount> counts =
        stored.read(
            results -> {
              List<MessageCount> all = new ArrayList<>();
              results.rows(LengthsJob.COUNTS, LengthsJob.COUNTS.key()).forEachRemaining(all::add);
              return all;
            });
    long messages = counts.stream().mapToLong(MessageCount::messages).sum();
    long bytes = counts.stream().mapToLong(MessageCount::bytes).sum();
    SummaryPart part =
        new SummaryPart().field("counts", counts).field("messages", messages).field("bytes", bytes);
    counts.forEach(
        each ->
            part.line(each.topic() + "-" + each.partition(), both(each.messages(), each.bytes())));
    return part.line("counted", both(messages, bytes));
  }

  private static String both(long messages, long bytes) {
    return count(messages, "messages") + ", " + count(bytes, "bytes");
  }
}
