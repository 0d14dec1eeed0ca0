package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;

/**
 * What has to be remembered of a stream beside its positions: where its partitions began, which
 * harmful cases were accepted, and which positions were moved on purpose. It outlives the
 * positions, so that a start can tell a stream that has lost them from one that has never run. Used
 * on the driver.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} when the register cannot be reached.
 */
public interface OffsetRegister extends AutoCloseable {

  /**
   * Keeps on record what a start or a reset under {@code epoch} has written, in one transaction.
   *
   * @param begun the first positions of partitions that had none
   * @param gaps accepted cases
   * @param resets positions that were moved on purpose
   */
  void enter(
      StreamName stream,
      Epoch epoch,
      List<StoredPosition> begun,
      List<HarmfulFinding> gaps,
      List<PositionReset> resets);

  /** How far the stream has come, as {@link ClaimRegister#reached} tells it. */
  Positions reached(StreamName stream);

  /** The positions at which partitions began to be read, oldest first. */
  List<StoredPosition> starts(StreamName stream);

  @Override
  void close();
}
