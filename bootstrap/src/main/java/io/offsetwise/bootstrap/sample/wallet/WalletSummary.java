package io.offsetwise.bootstrap.sample.wallet;

import static io.offsetwise.bootstrap.job.SummaryPart.count;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.job.JobSummary;
import io.offsetwise.bootstrap.job.SummaryPart;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.FindingKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Ledger, balances and the payments of the log, which come from an independent consumer and never
 * from the database. Counting costs what the history cost: without a comparison all is null. Not
 * thread-safe.
 */
final class WalletSummary implements JobSummary {

  private static final int CENTS_DIGITS = 2;

  private final ResultTables<WalletResult> written;
  private final JsonPaymentDecoder decoder = new JsonPaymentDecoder();
  private ExactSum sent = ExactSum.ZERO;

  WalletSummary(ResultTables<WalletResult> written) {
    this.written = Objects.requireNonNull(written, "written");
  }

  @Override
  public void sent(SourceRecord record) {
    try {
      sent = sent.plus(decoder.decode(record.value()).cents());
    } catch (MalformedPaymentException noPayment) {
      return; // it went to the dead letters and moved no balance
    }
  }

  @Override
  public SummaryPart ofRun(Reader stored) {
    return new SummaryPart()
        .field("ledgerEntries", OptionalLong.empty())
        .field("distinctPayments", OptionalLong.empty())
        .field("sumOfBalances", Optional.empty())
        .field("sumOfPayments", Optional.empty());
  }

  @Override
  public SummaryPart compared(Reader stored, AuditReport found) {
    return stored.read(results -> part(results, found.count(FindingKind.NOT_COMPARED)));
  }

  private SummaryPart part(JdbiStoredResults stored, long notCompared) {
    long entries = stored.count(WalletJob.LEDGER);
    long payments = stored.countDistinct(WalletJob.LEDGER, "payment_id");
    ResultTable<?> balances = written.totals().isEmpty() ? WalletJob.LEDGER : WalletJob.BALANCES;
    BigInteger sum = stored.sum(balances, "cents");
    BigInteger inLog = sent.exact();
    return new SummaryPart()
        .field("ledgerEntries", entries)
        .field("distinctPayments", payments)
        .field("sumOfBalances", sum)
        .field("sumOfPayments", inLog)
        .line("ledger", count(entries, "entries") + ", " + count(payments, "distinct payments"))
        .line("balances", money(sum))
        .line("Kafka's log", money(inLog) + difference(sum.subtract(inLog), notCompared));
  }

  /** What the log no longer holds is in the balances, and cannot be compared. */
  private static String difference(BigInteger cents, long notCompared) {
    if (cents.signum() == 0) {
      return "  = balances";
    }
    return notCompared > 0
        ? "  without what the log no longer tells: " + count(notCompared, "offsets")
        : "  balances differ by " + money(cents);
  }

  private static String money(BigInteger cents) {
    return String.format(Locale.ROOT, "%,.2f", new BigDecimal(cents, CENTS_DIGITS));
  }
}
