package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What the offsets of every open commit must do: a guarded advance moves exactly one row, or none,
 * and nothing when the commit is not made. Part of {@link CommitStoreContract}.
 *
 * @param <F> the eyes that the contract needs
 */
public abstract class GuardedOffsetsContract<F extends OffsetsFixture> extends OffsetsContract<F> {

  @Test
  void aGuardedAdvanceMovesExactlyItsOwnRow() {
    Epoch epoch = begun(STREAM);
    begun(OTHER_STREAM);
    Map<TopicPartition, StoredPosition> others = positions();
    others.remove(FIRST);

    assertThat(advance(next(FIRST), ID, epoch)).isTrue();

    assertThat(positions())
        .hasSize(PARTITIONS.size())
        .containsAllEntriesOf(others)
        .containsEntry(FIRST, new StoredPosition(FIRST, START + 10, ID, epoch));
    assertThat(offsets.positions(OTHER_STREAM).get(FIRST).nextOffset()).isEqualTo(START);
  }

  @Test
  void anAdvanceFromAnotherPositionMovesNothing() {
    Epoch epoch = begun(STREAM);

    assertThat(advance(range(FIRST, START - 1, START + 10), ID, epoch)).isFalse();
    assertThat(advance(range(FIRST, START + 1, START + 10), ID, epoch)).isFalse();

    assertThat(positionOf(FIRST)).isEqualTo(START);
  }

  @Test
  void anAdvanceUnderAnOlderClaimMovesNothing() {
    Epoch older = begun(STREAM);
    Epoch newer = claimed(STREAM);

    assertThat(advance(next(FIRST), ID, older)).isFalse();
    assertThat(positionOf(FIRST)).isEqualTo(START);

    assertThat(advance(next(FIRST), ID, newer)).isTrue();
  }

  @Test
  void anAdvanceUnderAClaimYetToComeMovesNothing() {
    Epoch epoch = begun(STREAM);

    assertThat(advance(next(FIRST), ID, new Epoch(epoch.number() + 1))).isFalse();

    assertThat(positionOf(FIRST)).isEqualTo(START);
  }

  @Test
  void anAdvanceOfAnotherTopicIdMovesNothing() {
    Epoch epoch = begun(STREAM);

    assertThat(advance(next(FIRST), OTHER_ID, epoch)).isFalse();

    assertThat(positionOf(FIRST)).isEqualTo(START);
  }

  @Test
  void anAdvanceWithoutARowMovesAndInsertsNothing() {
    Epoch epoch = begun(STREAM);
    TopicPartition unknown = new TopicPartition("a", 9);

    assertThat(advance(range(unknown, 0, 10), ID, epoch)).isFalse();

    assertThat(positions()).containsOnlyKeys(PARTITIONS);
  }

  @Test
  void anAdvanceIsReadAfreshInsideItsOwnCommit() {
    Epoch epoch = begun(STREAM);

    commitOffsets(
        open -> {
          open.advance(next(FIRST), ID, epoch);
          assertThat(open.read(FIRST)).contains(new StoredPosition(FIRST, START + 10, ID, epoch));
          assertThat(open.read(new TopicPartition("a", 9))).isEmpty();
          assertThat(positionOf(FIRST)).as("seen by strangers").isEqualTo(START);
          return CommitDecision.COMMIT;
        });
  }

  @Test
  void anAdvanceKeepsWhatItWasReadUnderAndAnotherOneReplacesIt() {
    Epoch epoch = begun(STREAM);
    commitOffsets(
        open -> {
          open.whatWasRead(range -> new ReadSummary(OptionalLong.of(1), new LeaderEpoch.Known(7)));
          assertThat(open.advance(next(FIRST), ID, epoch)).isTrue();
          return CommitDecision.COMMIT;
        });
    assertThat(positions())
        .containsEntry(
            FIRST, new StoredPosition(FIRST, START + 10, ID, epoch, new LeaderEpoch.Known(7)));

    assertThat(advance(range(FIRST, START + 10, START + 20), ID, epoch)).isTrue();
    assertThat(positions()).containsEntry(FIRST, new StoredPosition(FIRST, START + 20, ID, epoch));
  }

  @Test
  void anAdvanceThatIsRolledBackMovesNothing() {
    Epoch epoch = begun(STREAM);

    CommitDecision decision =
        commitOffsets(
            open -> {
              assertThat(open.advance(next(FIRST), ID, epoch)).isTrue();
              return CommitDecision.ROLL_BACK;
            });

    assertThat(decision).isEqualTo(CommitDecision.ROLL_BACK);
    assertThat(positionOf(FIRST)).isEqualTo(START);
  }

  @Test
  void anAdvanceWhoseWorkThrowsMovesNothingAndTheStoreGoesOn() {
    Epoch epoch = begun(STREAM);
    IllegalStateException thrown = new IllegalStateException("thrown by the work");

    assertThatThrownBy(
            () ->
                commitOffsets(
                    open -> {
                      assertThat(open.advance(next(FIRST), ID, epoch)).isTrue();
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertThat(positionOf(FIRST)).isEqualTo(START);
    assertThat(advance(next(FIRST), ID, epoch)).isTrue();
  }

  @Test
  void onePositionMovesOnAndOn() {
    Epoch epoch = begun(STREAM);

    for (long from = START; from < START + 50; from += 10) {
      assertThat(advance(range(FIRST, from, from + 10), ID, epoch)).isTrue();
      assertThat(advance(range(FIRST, from, from + 10), ID, epoch)).as("once more").isFalse();
    }

    assertThat(positionOf(FIRST)).isEqualTo(START + 50);
  }
}
