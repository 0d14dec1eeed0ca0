package io.offsetwise.bootstrap.settings;

/**
 * How payments are generated.
 *
 * @param seed chooses the sequence of payments
 * @param wallets number of wallets, 1 or more
 * @param rate payments per second while the job runs on and on, 1 or more
 */
public record FeedSettings(long seed, int wallets, int rate) {}
