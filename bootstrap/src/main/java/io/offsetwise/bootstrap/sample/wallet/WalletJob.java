package io.offsetwise.bootstrap.sample.wallet;

import static io.offsetwise.application.result.Column.OFFSET;
import static io.offsetwise.application.result.Column.PARTITION;
import static io.offsetwise.application.result.Column.TOPIC;
import static io.offsetwise.application.result.Column.bigint;
import static io.offsetwise.application.result.Column.sum;
import static io.offsetwise.application.result.Column.text;

import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.job.RecordGenerator;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Payments to ledger entries and balances. Under a guarantee that needs keyed results the ledger is
 * written alone, and balances are a query over it.
 */
public final class WalletJob implements Job<WalletResult> {

  /** One row for each payment that was applied. */
  public static final ResultTable<LedgerEntry> LEDGER =
      ResultTable.of(
              "wallet_ledger",
              LedgerEntry.class,
              text("payment_id", Payment.MAX_NAME_LENGTH),
              text("wallet", Payment.MAX_NAME_LENGTH),
              bigint("cents"),
              TOPIC,
              PARTITION,
              OFFSET)
          .keyedOnDemandBy("payment_id");

  /** The balance of each wallet. */
  public static final ResultTable<BalanceChange> BALANCES =
      ResultTable.of(
              "wallet_balance",
              BalanceChange.class,
              text("wallet", Payment.MAX_NAME_LENGTH),
              sum("cents"))
          .totalling(LEDGER, "cents");

  @Override
  public String kind() {
    return "wallet";
  }

  @Override
  public SchemaPart schema() {
    return new SchemaPart(
        "wallet", "wallet_schema", "io/offsetwise/bootstrap/sample/wallet/migrations");
  }

  @Override
  public ResultTables<WalletResult> tables() {
    return new ResultTables<>(LEDGER, List.of(BALANCES));
  }

  @Override
  public RecordFunction<WalletResult> function() {
    return new WalletFunction(new JsonPaymentDecoder());
  }

  @Override
  public ResultComparison comparison(ResultTables<WalletResult> written, StoredResults stored) {
    return new WalletComparison(written, stored, function());
  }

  @Override
  public JobSummary summary(ResultTables<WalletResult> written, Settings settings) {
    return new WalletSummary(written);
  }

  @Override
  public Optional<RecordGenerator> generator(Settings settings) {
    PaymentGenerator payments =
        new PaymentGenerator(settings.feed().seed(), settings.feed().keys());
    return Optional.of((kafka, log, topics) -> new WalletTopics(kafka, log, topics, payments));
  }
}
