package io.offsetwise.bootstrap.sample.wallet;

import java.io.Serializable;

/** What the wallet job writes for a record. */
public sealed interface WalletResult extends Serializable permits LedgerEntry, BalanceChange {}
