package io.offsetwise.bootstrap.wallet;

import io.offsetwise.adapters.storage.wallet.WalletSummary;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.settings.Settings;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What a run of the wallet job came to: the object that {@code -o json} prints.
 *
 * @param job name of the stream
 * @param guarantee key of the guarantee
 * @param scope key of the scope
 * @param storage key of the offset storage
 * @param records number of records processed in this run
 * @param batches number of batches saved in this run
 * @param positions next offset to read by {@code topic-partition}, as stored
 * @param ledgerEntries rows of the stream's ledger; null, as the three below, when the run was not
 *     compared with the log, because counting costs what the history cost
 * @param distinctPayments different payment ids among them
 * @param sumOfBalances sum of all balances of the stream, in cents
 * @param sumOfPayments sum of all payments in Kafka's log from where the stream began up to {@code
 *     positions}, as far as the log still tells, in cents; from an independent consumer, never from
 *     the database
 */
public record WalletReport(
    String job,
    String guarantee,
    String scope,
    String storage,
    long records,
    long batches,
    Map<String, Long> positions,
    OptionalLong ledgerEntries,
    OptionalLong distinctPayments,
    Optional<BigInteger> sumOfBalances,
    Optional<BigInteger> sumOfPayments) {

  static WalletReport of(RunOutcome outcome, Optional<Compared> compared) {
    Settings settings = outcome.settings();
    return new WalletReport(
        settings.job().name().value(),
        settings.job().guarantee().key(),
        settings.job().scope().key(),
        settings.offsets().storage().key(),
        outcome.records(),
        outcome.batches(),
        outcome.namedPositions(),
        number(compared, both -> both.stored().ledgerEntries()),
        number(compared, both -> both.stored().distinctPayments()),
        compared.map(both -> both.stored().sumOfBalances()),
        compared.map(Compared::centsInLog));
  }

  private static OptionalLong number(Optional<Compared> compared, ToLongFunction<Compared> number) {
    return compared.stream().mapToLong(number).findFirst();
  }

  /**
   * Both sides of a comparison.
   *
   * @param stored what the database holds
   * @param centsInLog sum of the payments that were replayed
   */
  record Compared(WalletSummary stored, BigInteger centsInLog) {}
}
