package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link OffsetStore} must do with positions and claims. Part of {@link
 * OffsetStoreContract}.
 *
 * @param <F> the eyes that the contract needs
 */
public abstract class StoredPositionsContract<F extends OffsetsFixture> extends OffsetsContract<F> {

  private static final int RACERS = 4;

  @Test
  void anUnknownStreamHasNoPositions() {
    assertThat(positions()).isEmpty();
  }

  @Test
  void theFirstClaimIsEpochOneWithoutPositions() {
    assertThat(offsets.claim(STREAM)).isEqualTo(new Claim(new Epoch(1), Map.of()));
  }

  @Test
  void eachClaimIsTheNextEpoch() {
    claimed(STREAM);
    claimed(STREAM);

    assertThat(claimed(STREAM)).isEqualTo(new Epoch(3));
  }

  @Test
  void aClaimReturnsWhatIsStoredAndMovesEveryRowToItsEpoch() {
    begun(STREAM);

    Claim claim = offsets.claim(STREAM);

    assertThat(claim.positions()).containsOnlyKeys(PARTITIONS);
    assertThat(claim.positions().values())
        .allSatisfy(row -> assertThat(row.nextOffset()).isEqualTo(START))
        .allSatisfy(row -> assertThat(row.topicId()).isEqualTo(ID));
    assertThat(positions().values())
        .hasSameSizeAs(PARTITIONS)
        .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(claim.epoch()));
  }

  @Test
  void streamsDoNotTouchEachOther() {
    Epoch epoch = begun(STREAM);
    Map<TopicPartition, StoredPosition> before = positions();

    begun(OTHER_STREAM);
    claimed(OTHER_STREAM);
    offsets.begin(OTHER_STREAM, new Epoch(2), new StartChange(List.of(), PARTITIONS, List.of()));

    assertThat(positions()).isEqualTo(before);
    assertThat(offsets.positions(OTHER_STREAM)).isEmpty();
    assertThat(claimed(STREAM)).isEqualTo(new Epoch(epoch.number() + 1));
  }

  @Test
  void racingFirstClaimsGetDifferentEpochs() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Long> epochs = new ArrayList<>();
    try (Rivals rivals = new Rivals()) {
      List<Future<Long>> claims = new ArrayList<>();
      for (int racer = 0; racer < RACERS; racer++) {
        claims.add(
            rivals.start(
                () -> {
                  Rivals.await(start);
                  return claimThroughOwnStore();
                }));
      }
      start.countDown();
      for (Future<Long> claim : claims) {
        epochs.add(Rivals.resultOf(claim));
      }
    }
    assertThat(epochs).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  private long claimThroughOwnStore() {
    try (OffsetStore own = store.offsets()) {
      return own.claim(STREAM).epoch().number();
    }
  }

  @Test
  void aDriverTakesItsStreamAgainUnderTheNextEpoch() {
    Epoch held = begun(STREAM);

    Claim again = offsets.reclaim(STREAM, held);

    assertThat(again.epoch().number()).isEqualTo(held.number() + 1);
    assertThat(again.positions()).containsOnlyKeys(PARTITIONS);
    assertThat(positions().values())
        .hasSameSizeAs(PARTITIONS)
        .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(again.epoch()));
    assertThat(advance(next(FIRST), ID, held)).as("a save of the session before").isFalse();
    assertThat(advance(next(FIRST), ID, again.epoch())).isTrue();
    assertThat(claimed(STREAM).number()).isGreaterThan(again.epoch().number());
  }

  @Test
  void anOlderDriverDoesNotTakeTheStreamBackAndChangesNothing() {
    Epoch older = begun(STREAM);
    Epoch newer = claimed(STREAM);
    Map<TopicPartition, StoredPosition> before = positions();

    assertThatThrownBy(() -> offsets.reclaim(STREAM, older))
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);

    assertThat(positions()).isEqualTo(before);
    assertThat(advance(next(FIRST), ID, newer)).as("the newer driver goes on").isTrue();
  }

  @Test
  void aStreamThatNobodyHasClaimedIsNotTakenAgain() {
    assertThatThrownBy(() -> offsets.reclaim(STREAM, new Epoch(1)))
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);
  }

  @Test
  void whoeverClaimsTheStreamWhileAnotherTakesItAgainHasItInTheEnd() throws Exception {
    Epoch held = begun(STREAM);
    CountDownLatch start = new CountDownLatch(1);
    try (Rivals rivals = new Rivals()) {
      Future<Boolean> older =
          rivals.start(
              () -> {
                Rivals.await(start);
                return isTakenAgain(held);
              });
      Future<Long> newer =
          rivals.start(
              () -> {
                Rivals.await(start);
                return claimThroughOwnStore();
              });
      start.countDown();
      Rivals.resultOf(older);
      Epoch claimed = new Epoch(Rivals.resultOf(newer));

      assertThat(positions().values())
          .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(claimed));
      assertThat(advance(next(FIRST), ID, claimed)).isTrue();
    }
  }

  private boolean isTakenAgain(Epoch held) {
    try {
      offsets.reclaim(STREAM, held);
      return true;
    } catch (StoppedException fenced) {
      assertThat(fenced.reason()).isEqualTo(StopReason.FENCED);
      return false;
    }
  }

  @Test
  void aStartInsertsReplacesAndRemovesRows() {
    begun(STREAM);
    Epoch epoch = claimed(STREAM);
    TopicPartition added = new TopicPartition("b", 2);
    StoredPosition moved = new StoredPosition(PARTITIONS.get(1), 7, OTHER_ID, epoch);
    StoredPosition inserted = new StoredPosition(added, 0, ID, epoch);

    offsets.begin(
        STREAM,
        epoch,
        new StartChange(List.of(moved, inserted), List.of(PARTITIONS.get(2)), List.of()));

    assertThat(positions())
        .containsOnlyKeys(
            PARTITIONS.get(0), PARTITIONS.get(1), PARTITIONS.get(3), PARTITIONS.get(4), added)
        .containsEntry(FIRST, new StoredPosition(FIRST, START, ID, epoch))
        .containsEntry(PARTITIONS.get(1), moved)
        .containsEntry(added, inserted);
  }

  @Test
  void aLeaderEpochIsKeptUntilAPositionWithoutOneReplacesIt() {
    Epoch epoch = begun(STREAM);
    LeaderEpoch seventh = new LeaderEpoch.Known(7);
    StoredPosition read = new StoredPosition(FIRST, 150, ID, epoch, seventh);
    offsets.begin(STREAM, epoch, new StartChange(List.of(read), List.of(), List.of()));
    assertThat(positions()).containsEntry(FIRST, read);

    Epoch next = claimed(STREAM);
    assertThat(positions()).as("claimed again").containsEntry(FIRST, read.under(next));

    StoredPosition set = new StoredPosition(FIRST, 120, ID, next);
    offsets.begin(STREAM, next, new StartChange(List.of(set), List.of(), List.of()));
    assertThat(positions()).containsEntry(FIRST, set);
  }

  @Test
  void aStartUnderAnOlderClaimIsFencedAndChangesNothing() {
    Epoch older = begun(STREAM);
    claimed(STREAM);
    Map<TopicPartition, StoredPosition> before = positions();
    StartChange change =
        new StartChange(
            List.of(
                new StoredPosition(FIRST, 7, ID, older),
                new StoredPosition(new TopicPartition("b", 2), 7, ID, older)),
            List.of(PARTITIONS.get(1)),
            List.of(new HarmfulFinding.PartitionMissing(PARTITIONS.get(1), START)));

    assertThatThrownBy(() -> offsets.begin(STREAM, older, change))
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);

    assertThat(positions()).isEqualTo(before);
  }

  @Test
  void aStartWithoutAnyClaimIsFenced() {
    Epoch never = new Epoch(1);
    StartChange change =
        new StartChange(List.of(new StoredPosition(FIRST, 0, ID, never)), List.of(), List.of());

    assertThatThrownBy(() -> offsets.begin(STREAM, never, change))
        .isInstanceOf(StoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);
    assertThat(positions()).isEmpty();
  }

  @Test
  void theLongestNamesAndOffsetsAreKept() {
    StreamName stream = new StreamName("s".repeat(200));
    TopicPartition partition = store.longestPartition();
    Epoch epoch = claimed(stream);
    StoredPosition row = new StoredPosition(partition, Long.MAX_VALUE, ID, epoch);

    offsets.begin(stream, epoch, new StartChange(List.of(row), List.of(), List.of()));

    assertThat(offsets.positions(stream)).containsExactly(Map.entry(partition, row));
  }

  @Test
  void positionsOutliveTheStoreThatWroteThem() {
    begun(STREAM);
    Map<TopicPartition, StoredPosition> written = positions();

    offsets.close();
    offsets = store.offsets();

    assertThat(positions()).isEqualTo(written);
  }
}
