package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * The driver stands still, until it is released.
 *
 * @param spot in this save
 */
record PauseInTask(Spot spot) implements Pause {

  private static final Duration BOUND = Duration.ofMinutes(5);

  @Override
  public void before(OffsetRange range) {
    if (Spot.isHere() && spot.isIn(List.of(range))) {
      spot.mark(FailurePoint.INSIDE_TRANSACTION, List.of(range));
      Awaitility.await().atMost(BOUND).until(() -> Files.exists(spot.release()));
    }
  }
}
