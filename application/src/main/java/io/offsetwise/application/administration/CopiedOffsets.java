package io.offsetwise.application.administration;

import io.offsetwise.domain.offset.Epoch;
import java.util.List;
import java.util.Objects;

/**
 * A copy that was carried out.
 *
 * @param epoch the claim under which the positions were written
 * @param positions all of them, sorted
 */
public record CopiedOffsets(Epoch epoch, List<CopiedPosition> positions) {

  public CopiedOffsets {
    Objects.requireNonNull(epoch, "epoch");
    positions = List.copyOf(positions);
  }
}
