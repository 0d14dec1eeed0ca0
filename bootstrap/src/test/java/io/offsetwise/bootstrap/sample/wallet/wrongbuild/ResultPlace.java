package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.domain.offset.StreamName;
import java.io.Serializable;

/**
 * Where results are written. Travels to executors.
 *
 * @param stream whose results
 * @param database holds them
 * @param writers write them
 */
record ResultPlace(StreamName stream, JdbcSettings database, ResultWriters<WalletResult> writers)
    implements Serializable {}
