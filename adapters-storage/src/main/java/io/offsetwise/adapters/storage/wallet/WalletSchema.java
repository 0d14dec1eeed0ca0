package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.schema.SchemaPart;

/** The wallet's part of the schema, with a history of its own. */
public final class WalletSchema {

  /** Ledger and balances. */
  public static final SchemaPart PART =
      new SchemaPart("wallet", "wallet_schema", "io/offsetwise/adapters/storage/wallet/migrations");

  private WalletSchema() {}
}
