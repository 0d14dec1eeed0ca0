package io.offsetwise.bootstrap.sample.lengths;

import static io.offsetwise.application.result.Column.PARTITION;
import static io.offsetwise.application.result.Column.TOPIC;
import static io.offsetwise.application.result.Column.bigint;

import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.settings.Settings;

/** Messages and bytes of any topic, one row for each partition. Any topic will do. */
public final class LengthsJob implements Job<MessageCount> {

  /** The counts. */
  static final ResultTable<MessageCount> COUNTS =
      ResultTable.of(
              "message_count",
              MessageCount.class,
              TOPIC,
              PARTITION,
              bigint("messages"),
              bigint("bytes"))
          .adding("messages", "bytes");

  @Override
  public String kind() {
    return "message-lengths";
  }

  @Override
  public SchemaPart schema() {
    return new SchemaPart(
        "lengths", "lengths_schema", "io/offsetwise/bootstrap/sample/lengths/migrations");
  }

  @Override
  public ResultTables<MessageCount> tables() {
    return ResultTables.of(COUNTS);
  }

  @Override
  public RecordFunction<MessageCount> function() {
    return new LengthFunction();
  }

  @Override
  public JobSummary summary(ResultTables<MessageCount> written, Settings settings) {
    return new LengthsSummary();
  }
}
