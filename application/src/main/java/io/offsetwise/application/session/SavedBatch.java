package io.offsetwise.application.session;

import io.offsetwise.domain.offset.BatchRanges;
import java.time.Duration;
import java.time.Instant;

/**
 * A batch that was saved.
 *
 * @param batchTime the time that the engine gave to the batch
 * @param ranges what it covered
 * @param records number of records that were read and saved by this session; those of ranges that
 *     had been applied before do not count
 * @param processing how long reading and saving took
 */
public record SavedBatch(
    Instant batchTime, BatchRanges ranges, long records, Duration processing) {}
