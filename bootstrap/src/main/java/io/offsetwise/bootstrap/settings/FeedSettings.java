package io.offsetwise.bootstrap.settings;

/**
 * How a job that has a generator generates records.
 *
 * @param seed chooses their sequence
 * @param keys how many different keys they have, 1 or more
 * @param rate records per second while the job runs on and on, 1 or more
 */
public record FeedSettings(long seed, int keys, int rate) {}
