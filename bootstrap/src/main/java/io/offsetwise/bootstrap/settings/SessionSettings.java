package io.offsetwise.bootstrap.settings;

import java.time.Duration;

/**
 * {@code session}: how a running session watches its topics.
 *
 * @param partitionCheck time between two looks for added partitions
 */
public record SessionSettings(Duration partitionCheck) {}
