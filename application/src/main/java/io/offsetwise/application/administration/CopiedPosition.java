package io.offsetwise.application.administration;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One position that is copied.
 *
 * @param copied as it is in the storage that is copied from
 * @param replaced next offset to read that the other storage had; empty when it had none
 */
public record CopiedPosition(StoredPosition copied, OptionalLong replaced) {

  public CopiedPosition {
    Objects.requireNonNull(copied, "copied");
    Objects.requireNonNull(replaced, "replaced");
  }

  /** Whether the other storage stands elsewhere. */
  public boolean isChange() {
    return !replaced.equals(OptionalLong.of(copied.nextOffset()));
  }

  /** The row for the other storage. */
  StoredPosition written(Epoch epoch) {
    return copied.under(epoch);
  }
}
