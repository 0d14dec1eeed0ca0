package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.bootstrap.job.Job;

/** The job {@code wallet}: every record of its topics is a row. */
public final class WalletJob implements Job<Wallet> {

  /** Most characters of a record's content, as the migration has it. */
  static final int LONGEST = 1000;

  private static final ResultTable<Wallet> TABLE =
      ResultTable.of(
              "wallet",
              Wallet.class,
              Column.TOPIC,
              Column.PARTITION,
              Column.OFFSET,
              Column.bigint("timestamp_ms"),
              Column.text("content", LONGEST))
          .keyedBy("topic_name", "partition_number", "record_offset");

  @Override
  public String kind() {
    return "wallet";
  }

  @Override
  public SchemaPart schema() {
    return new SchemaPart(
        "wallet-job", "wallet_job_schema", "io/offsetwise/bootstrap/sample/wallet/migrations");
  }

  @Override
  public ResultTables<Wallet> tables() {
    return ResultTables.of(TABLE);
  }

  @Override
  public RecordFunction<Wallet> function() {
    return new WalletFunction();
  }
}
