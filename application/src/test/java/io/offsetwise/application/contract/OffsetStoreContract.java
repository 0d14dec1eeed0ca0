package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.audit.AcceptedGap;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import io.offsetwise.domain.start.StartCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link OffsetStore} must do.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class OffsetStoreContract<R> extends StoreContract<R> {

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
  void aStartKeepsItsGapsOnRecord() {
    begun(STREAM);
    Epoch epoch = claimed(STREAM);
    List<HarmfulFinding> accepted =
        List.of(
            new HarmfulFinding.RetentionLoss(FIRST, START, new RetainedRange(150, 200)),
            new HarmfulFinding.BeyondEnd(PARTITIONS.get(1), START, new RetainedRange(0, 50)),
            new HarmfulFinding.TopicRecreated(PARTITIONS.get(3), START, ID, OTHER_ID, 0),
            new HarmfulFinding.PartitionMissing(PARTITIONS.get(2), START));

    offsets.begin(STREAM, epoch, new StartChange(List.of(), List.of(), accepted));

    assertThat(store.gaps(STREAM))
        .containsExactlyInAnyOrder(
            gap(FIRST, StartCase.RETENTION_LOSS, OptionalLong.of(150), epoch),
            gap(PARTITIONS.get(1), StartCase.POSITION_BEYOND_END, OptionalLong.of(50), epoch),
            gap(PARTITIONS.get(3), StartCase.TOPIC_RECREATED, OptionalLong.of(0), epoch),
            gap(PARTITIONS.get(2), StartCase.PARTITION_MISSING, OptionalLong.empty(), epoch));
    assertThat(store.gaps(OTHER_STREAM)).isEmpty();
  }

  private static AcceptedGap gap(
      TopicPartition partition, StartCase startCase, OptionalLong resumed, Epoch epoch) {
    return new AcceptedGap(partition, startCase, START, resumed, epoch);
  }

  @Test
  void whereAPartitionBeganIsKeptOnRecordWhateverBecomesOfItsPosition() {
    Epoch first = begun(STREAM);
    assertThat(advance(next(FIRST), ID, first)).isTrue();
    Epoch second = claimed(STREAM);
    TopicPartition added = new TopicPartition("b", 2);
    offsets.begin(
        STREAM,
        second,
        new StartChange(
            List.of(
                new StoredPosition(PARTITIONS.get(1), 7, OTHER_ID, second),
                new StoredPosition(added, 3, ID, second)),
            List.of(PARTITIONS.get(2)),
            List.of()));
    Epoch third = claimed(STREAM);
    StoredPosition again = new StoredPosition(PARTITIONS.get(2), 5, ID, third);
    offsets.begin(STREAM, third, new StartChange(List.of(again), List.of(), List.of()));

    assertThat(store.starts(STREAM))
        .startsWith(
            PARTITIONS.stream()
                .map(partition -> new StoredPosition(partition, START, ID, first))
                .toArray(StoredPosition[]::new))
        .endsWith(new StoredPosition(added, 3, ID, second), again)
        .hasSize(PARTITIONS.size() + 2);
    assertThat(store.starts(OTHER_STREAM)).isEmpty();
  }

  @Test
  void resetsAreKeptOnRecordAsTheyWere() {
    Epoch epoch = begun(STREAM);
    List<PositionReset> resets =
        List.of(
            new PositionReset(FIRST, OptionalLong.of(START), 7, "to-offset 7", "me@here", epoch),
            new PositionReset(
                PARTITIONS.get(1), OptionalLong.empty(), 0, "to-earliest", "me@here", epoch));

    offsets.begin(
        STREAM,
        epoch,
        new StartChange(
            List.of(new StoredPosition(FIRST, 7, ID, epoch)), List.of(), List.of(), resets));

    assertThat(positionOf(FIRST)).isEqualTo(7);
    assertThat(store.resets(STREAM)).containsExactlyElementsOf(resets);
    assertThat(store.resets(OTHER_STREAM)).isEmpty();
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
            List.of(new HarmfulFinding.PartitionMissing(PARTITIONS.get(1), START)),
            List.of(
                new PositionReset(FIRST, OptionalLong.of(START), 7, "to-offset 7", "me", older)));

    assertThatThrownBy(() -> offsets.begin(STREAM, older, change))
        .isInstanceOf(StreamStoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);

    assertThat(positions()).isEqualTo(before);
    assertThat(store.gaps(STREAM)).isEmpty();
    assertThat(store.resets(STREAM)).isEmpty();
    assertThat(store.starts(STREAM)).hasSameSizeAs(PARTITIONS);
  }

  @Test
  void aStartWithoutAnyClaimIsFenced() {
    Epoch never = new Epoch(1);
    StartChange change =
        new StartChange(List.of(new StoredPosition(FIRST, 0, ID, never)), List.of(), List.of());

    assertThatThrownBy(() -> offsets.begin(STREAM, never, change))
        .isInstanceOf(StreamStoppedException.class)
        .extracting("reason")
        .isEqualTo(StopReason.FENCED);
    assertThat(positions()).isEmpty();
  }

  @Test
  void theLongestNamesAndOffsetsAreKept() {
    StreamName stream = new StreamName("s".repeat(200));
    TopicPartition partition = new TopicPartition("t".repeat(249), Integer.MAX_VALUE);
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
