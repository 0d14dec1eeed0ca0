package io.offsetwise.application.session;

import io.offsetwise.domain.offset.Positions;

/**
 * Shows positions where other people's tools look for them. Nothing is ever read from it: the true
 * positions are elsewhere. Used on the driver by one thread.
 */
public interface PositionMirror extends AutoCloseable {

  /**
   * Replaces what is shown.
   *
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code UNAVAILABLE}
   *     when that is not possible now
   */
  void show(Positions positions);

  @Override
  void close();
}
