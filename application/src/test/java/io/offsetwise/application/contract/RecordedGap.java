package io.offsetwise.application.contract;

import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartCase;

/**
 * One accepted case, as the store keeps it.
 *
 * @param partition the partition
 * @param startCase what was accepted
 * @param stored the next offset to read that was stored before
 */
public record RecordedGap(TopicPartition partition, StartCase startCase, long stored) {}
