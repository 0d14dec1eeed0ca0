package io.offsetwise.application.resume;

import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import java.util.Objects;

/**
 * A claim of a stream as it is on record beside the results, wherever the offsets are.
 *
 * @param number counts the claims of the stream, from 1; an epoch counts those of one storage alone
 * @param epoch of the claim in its storage
 * @param saving how the stream is saved under it
 * @param changes what was accepted to be different from the claim before, or done by a copy: one
 *     sentence; empty when nothing was
 */
public record RecordedClaim(long number, Epoch epoch, StreamSaving saving, String changes) {

  /** The number before the first claim. */
  public static final long NONE = 0;

  public RecordedClaim {
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(changes, "changes");
    if (number <= NONE) {
      throw new IllegalArgumentException("number " + number + " of a claim is smaller than 1");
    }
  }
}
