package io.offsetwise.bootstrap.sample.wallet;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@code run -o json} prints of the wallet job. */
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
    Optional<BigInteger> sumOfPayments) {}
