package io.offsetwise.bootstrap.wallet;

import io.offsetwise.adapters.spark.driver.AlignedBatch;
import io.offsetwise.adapters.spark.driver.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.StreamJob;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.wallet.WalletFunction;
import io.offsetwise.application.wallet.WalletResult;

/**
 * The wallet job: payments to ledger entries and balances. In scope batch the balances are reduced
 * by wallet before they come to the driver.
 */
public final class WalletJob implements StreamJob<WalletResult> {

  @Override
  public RecordFunction<WalletResult> function() {
    return new WalletFunction(new JsonPaymentDecoder());
  }

  @Override
  public ShuffledBatch<WalletResult> shuffle(AlignedBatch<WalletResult> batch) {
    return batch.shuffle(
        results -> results.mapToPair(new KeyOfResult()).reduceByKey(new AddedChanges()).values());
  }
}
