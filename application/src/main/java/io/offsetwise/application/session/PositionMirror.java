package io.offsetwise.application.session;

import io.offsetwise.domain.offset.Positions;

/**
 * Shows positions where other people's tools look for them. Nothing is ever read from it: the true
 * positions are elsewhere. Used on the driver by one thread.
 */
public interface PositionMirror extends AutoCloseable {

  /**
   * Makes sure, before anything is read, that the place is this mirror's alone.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when it
   *     holds what somebody else has written or uses, {@code UNAVAILABLE} when it cannot be looked
   *     at
   */
  void requireOwn();

  /**
   * Replaces what is shown; never what somebody else has written.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     that is not possible now, {@code IMPOSSIBLE} when the place is not this mirror's any more
   */
  void show(Positions positions);

  @Override
  void close();
}
