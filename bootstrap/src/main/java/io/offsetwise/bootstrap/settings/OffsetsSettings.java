package io.offsetwise.bootstrap.settings;

import io.offsetwise.domain.guarantee.OffsetStorage;
import java.util.Optional;

/**
 * {@code offsets}: where offsets are kept.
 *
 * @param storage the kind of storage
 * @param jdbcUrl database of the own store; empty when it is the one of the results
 */
public record OffsetsSettings(OffsetStorage storage, Optional<String> jdbcUrl) {}
