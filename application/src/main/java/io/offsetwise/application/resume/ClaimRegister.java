package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;

/**
 * How streams were saved, claim by claim. It is kept beside the results, whatever the storage of
 * the offsets: only there can be seen that the storage has changed. Used on the driver.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} when the register cannot be reached.
 */
public interface ClaimRegister {

  /**
   * Whether anything of the stream is on record beside its results: a claim, a start, a position or
   * a save. If nothing is, the stream has never run with these results.
   */
  boolean remembers(StreamName stream);

  /**
   * How far the stream has come by what is on record beside its results: results, resets and
   * accepted gaps. A partition without results on record is left out.
   *
   * @return the largest next offset to read, by partition
   */
  Positions reached(StreamName stream);

  /** The claim with the largest number; empty for a stream that has none on record. */
  Optional<RecordedClaim> last(StreamName stream);

  /**
   * Keeps a claim on record, unless its number is taken.
   *
   * @return whether it was kept; false when somebody else has claimed the stream meanwhile
   */
  boolean add(StreamName stream, RecordedClaim claim);
}
