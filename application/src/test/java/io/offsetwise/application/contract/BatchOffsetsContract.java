package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that moves many positions in one commit: all of them, or none. Part of
 * {@link CommitStoreContract}.
 *
 * @param <F> the eyes that the contract needs
 */
public abstract class BatchOffsetsContract<F extends OffsetsFixture>
    extends GuardedOffsetsContract<F> {

  @Test
  void manyPositionsMoveTogether() {
    Epoch epoch = begun(STREAM);

    assertThat(advanceAll(epoch, PARTITIONS)).isEqualTo(CommitDecision.COMMIT);

    assertThat(PARTITIONS).allSatisfy(each -> assertThat(positionOf(each)).isEqualTo(START + 10));
  }

  @Test
  void oneOfManyThatDoesNotMoveKeepsTheOthersBack() {
    Epoch epoch = begun(STREAM);
    TopicPartition last = PARTITIONS.get(PARTITIONS.size() - 1);
    assertThat(advance(next(last), ID, epoch)).isTrue();

    assertThat(advanceAll(epoch, PARTITIONS)).isEqualTo(CommitDecision.ROLL_BACK);

    assertThat(PARTITIONS.subList(0, PARTITIONS.size() - 1))
        .allSatisfy(each -> assertThat(positionOf(each)).isEqualTo(START));
  }

  /** Whoever moves many at once is told of each that did not move. */
  @Test
  void ofManyThoseThatDoNotMoveAreNamed() {
    Epoch epoch = begun(STREAM);
    TopicPartition last = PARTITIONS.get(PARTITIONS.size() - 1);
    assertThat(advance(next(last), ID, epoch)).isTrue();

    commitOffsets(
        open -> {
          assertThat(unmoved(open, epoch, PARTITIONS)).containsExactly(next(last));
          return CommitDecision.ROLL_BACK;
        });
  }

  @Test
  void oneOfTwoWritersMovesAllPositionsOfTheBatch() throws Exception {
    Epoch epoch = begun(STREAM);
    try (Rivals rivals = new Rivals()) {
      CountDownLatch start = new CountDownLatch(1);
      Future<CommitDecision> one = rivals.start(() -> advanceAfter(start, epoch));
      Future<CommitDecision> other = rivals.start(() -> advanceAfter(start, epoch));
      start.countDown();

      assertThat(List.of(Rivals.resultOf(one), Rivals.resultOf(other)))
          .containsExactlyInAnyOrder(CommitDecision.COMMIT, CommitDecision.ROLL_BACK);
    }
    assertThat(PARTITIONS).allSatisfy(each -> assertThat(positionOf(each)).isEqualTo(START + 10));
  }

  private CommitDecision advanceAfter(CountDownLatch start, Epoch epoch) {
    Rivals.await(start);
    return advanceAll(epoch, PARTITIONS);
  }

  private CommitDecision advanceAll(Epoch epoch, List<TopicPartition> partitions) {
    return commitOffsets(
        open ->
            unmoved(open, epoch, partitions).isEmpty()
                ? CommitDecision.COMMIT
                : CommitDecision.ROLL_BACK);
  }

  private List<OffsetRange> unmoved(
      GuardedOffsets offsets, Epoch epoch, List<TopicPartition> partitions) {
    return offsets.advanceAll(
        partitions.stream().map(OffsetsContract::next).toList(), topic -> ID, epoch);
  }
}
