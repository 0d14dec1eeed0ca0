package io.offsetwise.bootstrap.wallet;

import static io.offsetwise.bootstrap.run.SummaryLines.count;

import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.wallet.JdbiStoredWallets;
import io.offsetwise.adapters.storage.wallet.JdbiWalletView;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.adapters.storage.wallet.WalletResultWriters;
import io.offsetwise.adapters.storage.wallet.WalletSchema;
import io.offsetwise.adapters.storage.wallet.WalletSummary;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.wallet.WalletComparison;
import io.offsetwise.application.wallet.WalletFunction;
import io.offsetwise.bootstrap.run.ComparedRun;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.LogAudit;
import io.offsetwise.bootstrap.run.RecordGenerator;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.StreamEngines;
import io.offsetwise.bootstrap.run.SummaryLines;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.wallet.PaymentGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * The wallet job as the runner sees it.
 *
 * @param settings of the run
 */
public record WalletRun(Settings settings) implements RunnableJob {

  private static final int CENTS_DIGITS = 2;

  /**
   * Under the idempotent guarantee the job writes its ledger alone; balances are a query over it.
   */
  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    return switch (guarantee) {
      case IDEMPOTENT_EXACTLY_ONCE -> ResultKind.KEYED;
      case AT_MOST_ONCE, AT_LEAST_ONCE, TRANSACTIONAL_EXACTLY_ONCE -> ResultKind.ACCUMULATED;
    };
  }

  @Override
  public SchemaPart schema() {
    return WalletSchema.PART;
  }

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    return engines.engine(new WalletJob(), new WalletResultWriters(ledgerKey()));
  }

  @Override
  public Optional<RecordGenerator> generator() {
    PaymentGenerator payments =
        new PaymentGenerator(settings.feed().seed(), settings.feed().wallets());
    return Optional.of((kafka, log, topics) -> new WalletTopics(kafka, log, topics, payments));
  }

  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    return new RunReport(
        WalletReport.of(outcome, Optional.empty()), new SummaryLines(outcome).text());
  }

  @Override
  public ComparedRun compare(RunOutcome outcome, LogAudit audit) {
    PaymentSum payments = new PaymentSum();
    AuditReport found = audit(audit.showing(payments));
    WalletSummary stored =
        new JdbiWalletView(PerJvm.get(audit.connections().results()), ledgerKey())
            .summary(settings.job().name());
    BigInteger inLog = payments.cents().exact();
    WalletReport report =
        WalletReport.of(outcome, Optional.of(new WalletReport.Compared(stored, inLog)));
    return new ComparedRun(new RunReport(report, table(outcome, stored, inLog)), found);
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    return audit.of(
        (handle, stream) -> new JdbiStoredWallets(handle, stream, ledgerKey()),
        stored -> new WalletComparison(stored, new WalletFunction(new JsonPaymentDecoder())));
  }

  private LedgerKey ledgerKey() {
    return LedgerKey.neededBy(settings.plan());
  }

  private static String table(RunOutcome outcome, WalletSummary stored, BigInteger centsInLog) {
    return new SummaryLines(outcome)
        .add(
            "ledger",
            count(stored.ledgerEntries(), "entries")
                + ", "
                + count(stored.distinctPayments(), "distinct payments"))
        .add("balances", money(stored.sumOfBalances()))
        .add(
            "Kafka's log",
            money(centsInLog) + difference(stored.sumOfBalances().subtract(centsInLog)))
        .text();
  }

  private static String difference(BigInteger cents) {
    return cents.signum() == 0 ? "  = balances" : "  balances differ by " + money(cents);
  }

  private static String money(BigInteger cents) {
    return String.format(Locale.ROOT, "%,.2f", new BigDecimal(cents, CENTS_DIGITS));
  }
}
