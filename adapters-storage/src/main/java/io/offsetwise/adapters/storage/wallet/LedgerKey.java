package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.Optional;

/** Whether the ledger has a natural unique key. */
public enum LedgerKey {
  /**
   * None: the ledger is append-only and shows what was applied twice; balances are kept beside it.
   */
  NONE {
    @Override
    Optional<String> of(LedgerEntry entry) {
      return Optional.empty();
    }
  },
  /**
   * The payment's id, once in each stream: writing a payment again changes nothing. Balances are
   * not kept, because adding is not idempotent; they are a query over the ledger.
   */
  PAYMENT {
    @Override
    Optional<String> of(LedgerEntry entry) {
      return Optional.of(entry.paymentId());
    }
  };

  /** The key that a plan needs: a natural one if and only if it saves keyed results. */
  public static LedgerKey neededBy(SavePlan plan) {
    boolean keyed =
        plan.commits().stream().anyMatch(commit -> commit.steps().contains(SaveStep.KEYED_RESULTS));
    return keyed ? PAYMENT : NONE;
  }

  /** The natural key of {@code entry}, or empty. */
  abstract Optional<String> of(LedgerEntry entry);
}
