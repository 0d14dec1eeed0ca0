package io.offsetwise.bootstrap.sample.windows;

import static io.offsetwise.application.result.Column.PARTITION;
import static io.offsetwise.application.result.Column.TOPIC;
import static io.offsetwise.application.result.Column.bigint;

import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.job.JobResources;
import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.List;

/** Messages and bytes of any topic, over the newest batches together. Any topic will do. */
public final class WindowsJob implements Job<WindowCount> {

  /** The windows. Without a key: a batch may come back with other bounds. */
  static final ResultTable<WindowCount> WINDOWS =
      ResultTable.of(
              "window_count",
              WindowCount.class,
              TOPIC,
              PARTITION,
              bigint("window_from"),
              bigint("batch_from"),
              bigint("until_offset"),
              bigint("messages"),
              bigint("bytes"))
          .ofEachBatch();

  /** The order of the log. */
  static final List<String> ORDER = List.of(TOPIC.name(), PARTITION.name(), "window_from");

  @Override
  public String kind() {
    return "message-windows";
  }

  @Override
  public SchemaPart schema() {
    return new SchemaPart(
        "windows", "windows_schema", "io/offsetwise/bootstrap/sample/windows/migrations");
  }

  @Override
  public ResultTables<WindowCount> tables() {
    return ResultTables.of(WINDOWS);
  }

  @Override
  public RecordFunction<WindowCount> function() {
    return new WindowFunction();
  }

  @Override
  public StreamJob<WindowCount> stream(JobResources resources) {
    return new WindowStream(
        new SlidingWindow(
            resources.settings().window().batches(),
            new RetainedBatches(
                resources.settings().job().name(),
                PerJvm.get(resources.results()),
                resources.kafka())));
  }

  @Override
  public ResultComparison comparison(ResultTables<WindowCount> written, StoredResults stored) {
    return new WindowComparison(stored.rows(WINDOWS, ORDER));
  }

  @Override
  public JobSummary summary(ResultTables<WindowCount> written, Settings settings) {
    return new WindowsSummary(settings.window().batches());
  }
}
