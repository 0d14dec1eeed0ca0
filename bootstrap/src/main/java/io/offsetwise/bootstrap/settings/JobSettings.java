package io.offsetwise.bootstrap.settings;

import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;

/**
 * {@code job}: what the job is and promises.
 *
 * @param kind which job runs; whether there is such a job is told by the jars on the class path
 * @param name the name under which its offsets are kept
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 * @param poison what becomes of a record at which the job's function throws
 * @param batchInterval time between two batches, at least 10 ms
 * @param retry how often a batch is saved again after a failure that may pass
 */
public record JobSettings(
    String kind,
    StreamName name,
    DeliveryGuarantee guarantee,
    SaveScope scope,
    PoisonPolicy poison,
    Duration batchInterval,
    RetryBound retry) {}
