package io.offsetwise.bootstrap.settings;

/**
 * {@code window}: how long a window is.
 *
 * @param batches number of batches, the newest among them, 1 or more
 */
public record WindowSettings(int batches) {}
