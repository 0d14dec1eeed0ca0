package io.offsetwise.application.resume;

import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import java.util.Objects;
import java.util.Optional;

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

  public RecordedClaim {
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(changes, "changes");
    if (number < 1) {
      throw new IllegalArgumentException("number " + number + " of a claim is smaller than 1");
    }
  }

  /** The claim that follows {@code last}, or the first one. */
  public static RecordedClaim after(
      Optional<RecordedClaim> last, Epoch epoch, StreamSaving saving, String changes) {
    return new RecordedClaim(
        last.map(RecordedClaim::number).orElse(0L) + 1, epoch, saving, changes);
  }
}
