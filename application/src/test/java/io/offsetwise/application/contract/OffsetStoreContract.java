package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.HarmfulFinding;
import io.offsetwise.domain.start.RecreatedTopic;
import io.offsetwise.domain.start.StartCase;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.offsetwise.application.resume.OffsetStore} must do: positions, claims, and
 * the record of where partitions began and what was skipped.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class OffsetStoreContract<R> extends StoredPositionsContract<StoreFixture<R>> {

  @Test
  void aStartKeepsItsGapsOnRecord() {
    begun(STREAM);
    Epoch epoch = claimed(STREAM);
    List<HarmfulFinding> accepted =
        List.of(
            new HarmfulFinding.RetentionLoss(FIRST, START, new RetainedRange(150, 200)),
            new HarmfulFinding.BeyondEnd(PARTITIONS.get(1), START, new RetainedRange(0, 50)),
            new RecreatedTopic.WithPosition(PARTITIONS.get(3), START, ID, OTHER_ID, 0),
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
  void aStartUnderAnOlderClaimLeavesNothingOnRecord() {
    Epoch older = begun(STREAM);
    claimed(STREAM);
    StartChange change =
        new StartChange(
            List.of(new StoredPosition(new TopicPartition("b", 2), 7, ID, older)),
            List.of(PARTITIONS.get(1)),
            List.of(new HarmfulFinding.PartitionMissing(PARTITIONS.get(1), START)),
            List.of(
                new PositionReset(FIRST, OptionalLong.of(START), 7, "to-offset 7", "me", older)));

    assertThatThrownBy(() -> offsets.begin(STREAM, older, change))
        .isInstanceOf(StoppedException.class);

    assertThat(store.gaps(STREAM)).isEmpty();
    assertThat(store.resets(STREAM)).isEmpty();
    assertThat(store.starts(STREAM)).hasSameSizeAs(PARTITIONS);
  }
}
