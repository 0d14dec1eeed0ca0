package io.offsetwise.domain.guarantee;

import java.util.Objects;

/**
 * How a stream is saved, and where exactly its offsets are. Whoever goes on with a stream otherwise
 * than it was saved before meets what that has left behind.
 *
 * @param combination guarantee, scope, storage and kind of results
 * @param place tells this place of offsets from others of its kind: a group, a database, a folder
 */
public record StreamSaving(Combination combination, String place) {

  public StreamSaving {
    Objects.requireNonNull(combination, "combination");
    Objects.requireNonNull(place, "place");
  }

  /** The commits of each save. */
  public SavePlan plan() {
    return combination.guarantee().planFor(combination.storage());
  }

  /** Whether both have their offsets in the same rows. */
  public boolean sharesRowsWith(StreamSaving other) {
    return combination.storage().sharesRowsWith(other.combination.storage())
        && place.equals(other.place);
  }

  /** The same guarantee, scope and results, with the offsets where {@code other} has them. */
  public StreamSaving withOffsetsOf(StreamSaving other) {
    return new StreamSaving(
        new Combination(
            combination.guarantee(),
            combination.scope(),
            other.combination.storage(),
            combination.resultKind(),
            other.combination.atomicity()),
        other.place);
  }

  /** Where the offsets are, in words. */
  public String offsets() {
    return combination.storage().key() + " (" + place + ")";
  }
}
