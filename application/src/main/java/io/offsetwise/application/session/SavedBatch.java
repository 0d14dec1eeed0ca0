package io.offsetwise.application.session;

import io.offsetwise.domain.offset.BatchRanges;
import java.time.Duration;
import java.time.Instant;

/**
 * A batch that was saved.
 *
 * @param batchTime the time that the engine gave to the batch
 * @param ranges what it covered
 * @param records number of its records, each counted once, however often the batch was saved
 * @param processing how long reading and saving took, all attempts together
 */
public record SavedBatch(
    Instant batchTime, BatchRanges ranges, long records, Duration processing) {}
