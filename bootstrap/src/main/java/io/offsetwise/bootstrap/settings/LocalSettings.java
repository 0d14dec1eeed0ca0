package io.offsetwise.bootstrap.settings;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.time.Duration;

/**
 * {@code local}: the local services of a data folder.
 *
 * @param database which kind of database runs beside the broker
 * @param kafkaPort port of the broker on loopback; 0 for any free one, and the same after a restart
 * @param databasePort port of the database on loopback; 0 likewise
 * @param partitions number of partitions of a topic that is created on the local broker
 * @param startTimeout longest wait until both services answer
 * @param stopTimeout longest wait for their orderly end before they are killed
 */
public record LocalSettings(
    LocalDatabaseKind database,
    int kafkaPort,
    int databasePort,
    int partitions,
    Duration startTimeout,
    Duration stopTimeout) {}
