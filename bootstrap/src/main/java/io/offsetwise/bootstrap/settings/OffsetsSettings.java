package io.offsetwise.bootstrap.settings;

import io.offsetwise.domain.guarantee.OffsetStorage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code offsets}: where offsets are kept.
 *
 * @param storage the kind of storage
 * @param jdbcUrl database of the own store; empty when it is the one of the results
 * @param kafkaGroup group whose offsets Kafka keeps
 * @param checkpointDir absolute folder of Spark's checkpoints; each stream has a folder in it
 * @param mirrorGroup group that shows the positions to Kafka's tools; empty when none does
 */
public record OffsetsSettings(
    OffsetStorage storage,
    Optional<String> jdbcUrl,
    String kafkaGroup,
    Path checkpointDir,
    Optional<String> mirrorGroup) {}
