package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What a store must do when several save different partitions: none waits for another. Part of
 * {@link ConcurrentCommitsContract}.
 *
 * @param <F> the eyes that the contract needs
 */
public abstract class ConcurrentRowsContract<F extends OffsetsFixture>
    extends ConcurrentOffsetsContract<F> {

  @Test
  void writersOfDifferentRowsDoNotWaitForEachOther() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch release = new CountDownLatch(1);
      Future<Boolean> holder = holdRow(rivals, epoch, release, CommitDecision.COMMIT);

      for (TopicPartition other : PARTITIONS.subList(1, PARTITIONS.size())) {
        assertThat(Rivals.resultOf(rivals.start(() -> advance(next(other), ID, epoch)))).isTrue();
      }

      release.countDown();
      assertThat(Rivals.resultOf(holder)).isTrue();
    }
  }
}
