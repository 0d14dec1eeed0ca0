package io.offsetwise.bootstrap.settings;

import java.time.Duration;

/**
 * {@code stop}: how a stop is bounded.
 *
 * @param timeout longest wait for the running batch
 */
public record StopSettings(Duration timeout) {}
