package io.offsetwise.application.administration;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.StreamSaving;
import java.util.Objects;

/**
 * One storage that a stream may have positions in.
 *
 * @param storage which one
 * @param saving how the stream is saved when its offsets are here
 * @param offsets the positions in it; closed by whoever opened them
 * @param history what is on record of them
 */
public record StorageOfStream(
    OffsetStorage storage, StreamSaving saving, OffsetStore offsets, OffsetHistory history) {

  public StorageOfStream {
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(offsets, "offsets");
    Objects.requireNonNull(history, "history");
  }
}
