package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.audit.AuditedOffsets;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.AuditedStream;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.HarmfulFinding;
import io.offsetwise.domain.start.StartCase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditedStore} must do: show all of one stream as it is at one instant, and be
 * in nobody's way.
 *
 * @param <R> any kind of result that the store can write
 */
public abstract class AuditedStoreContract<R> extends StoreContract<R> {

  /** More than a store reads at a time. */
  private static final int MANY = 3_500;

  /** All that an audit sees. */
  private record Seen(
      List<StoredPosition> positions,
      List<StoredPosition> starts,
      List<AcceptedGap> gaps,
      List<PositionReset> resets,
      List<SavedRange> saves,
      List<String> results) {

    static Seen of(AuditedStream<Supplier<List<String>>> stream) {
      AuditedOffsets offsets = stream.offsets();
      List<SavedRange> saves = new ArrayList<>();
      offsets.saves().orElseThrow().forEachRemaining(saves::add);
      return new Seen(
          offsets.positions(),
          offsets.starts(),
          offsets.gaps(),
          offsets.resets(),
          saves,
          stream.results().get());
    }
  }

  private static final RecordedCommit RESULTS =
      new RecordedCommit(CommittedSteps.RESULTS, DeliveryGuarantee.AT_LEAST_ONCE);

  @Test
  void ofAnUnknownStreamThereIsNothing() {
    begun(OTHER_STREAM);

    assertThat(audited(STREAM).atOneInstant(Seen::of))
        .isEqualTo(new Seen(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void allThatIsOnRecordOfTheStreamIsSeen() {
    Epoch first = begun(STREAM);
    saveNext(first, "one", "two");
    Epoch second = claimed(STREAM);
    StoredPosition moved = new StoredPosition(PARTITIONS.get(1), 150, ID, second);
    offsets.begin(
        STREAM,
        second,
        new StartChange(
            List.of(moved),
            List.of(PARTITIONS.get(2)),
            List.of(
                new HarmfulFinding.RetentionLoss(
                    PARTITIONS.get(1), START, new RetainedRange(150, 200)),
                new HarmfulFinding.PartitionMissing(PARTITIONS.get(2), START)),
            List.of(reset(PARTITIONS.get(1), second))));
    begun(OTHER_STREAM);

    Seen seen = audited(STREAM).atOneInstant(Seen::of);

    assertThat(seen.positions())
        .containsExactlyInAnyOrder(
            new StoredPosition(FIRST, START + 10, ID, second),
            moved,
            new StoredPosition(PARTITIONS.get(3), START, ID, second),
            new StoredPosition(PARTITIONS.get(4), START, ID, second));
    assertThat(seen.starts())
        .isEqualTo(store.starts(STREAM))
        .hasSameSizeAs(PARTITIONS)
        .contains(new StoredPosition(FIRST, START, ID, first));
    assertThat(seen.gaps())
        .containsExactlyInAnyOrder(
            new AcceptedGap(
                PARTITIONS.get(1), StartCase.RETENTION_LOSS, START, OptionalLong.of(150), second),
            new AcceptedGap(
                PARTITIONS.get(2),
                StartCase.PARTITION_MISSING,
                START,
                OptionalLong.empty(),
                second));
    assertThat(seen.resets()).containsExactly(reset(PARTITIONS.get(1), second));
    assertThat(seen.saves()).containsExactly(SavedRange.of(next(FIRST), first, RECORDED));
    assertThat(seen.results()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void allCommitsAreSeenInTheOrderOfTheLog() {
    Epoch epoch = begun(STREAM);
    List<OffsetRange> inOrder =
        PARTITIONS.stream()
            .sorted()
            .flatMap(each -> Stream.of(range(each, 0, 10), range(each, 10, 20)))
            .toList();
    commit(
        JOINT,
        transaction -> {
          for (int last = inOrder.size() - 1; last >= 0; last--) {
            transaction.offsets().record(inOrder.get(last), epoch, RESULTS);
          }
          return CommitDecision.COMMIT;
        });

    List<SavedRange> commits = new ArrayList<>();
    audited(STREAM)
        .atOneInstant(
            stream -> {
              stream.offsets().commits().forEachRemaining(commits::add);
              assertThat(stream.offsets().saves().orElseThrow().hasNext())
                  .as("no position was saved")
                  .isFalse();
              return stream;
            });

    assertThat(commits)
        .containsExactlyElementsOf(
            inOrder.stream().map(each -> SavedRange.of(each, epoch, RESULTS)).toList());
  }

  @Test
  void aRetryThatLeftResultsAloneIsACommitAndNoSave() {
    Epoch epoch = begun(STREAM);
    RecordedCommit leftAlone =
        RecordedCommit.ofResultsLeftAlone(DeliveryGuarantee.AT_MOST_ONCE.plan());
    commit(
        JOINT,
        transaction -> {
          transaction.history().record(next(FIRST), epoch, leftAlone);
          return CommitDecision.COMMIT;
        });

    List<SavedRange> commits = new ArrayList<>();
    audited(STREAM)
        .atOneInstant(
            stream -> {
              stream.offsets().commits().forEachRemaining(commits::add);
              assertThat(stream.offsets().saves().orElseThrow().hasNext()).isFalse();
              return stream;
            });

    assertThat(commits).containsExactly(SavedRange.of(next(FIRST), epoch, leftAlone));
  }

  @Test
  void aLongHistoryIsSeenInItsOrder() {
    Epoch epoch = begun(STREAM);
    commit(
        JOINT,
        transaction -> {
          for (long offset = 0; offset < MANY; offset++) {
            transaction.offsets().record(range(FIRST, offset, offset + 1), epoch, RECORDED);
          }
          return CommitDecision.COMMIT;
        });

    assertThat(audited(STREAM).atOneInstant(Seen::of).saves())
        .extracting(save -> save.range().from())
        .containsExactlyElementsOf(LongStream.range(0, MANY).boxed().toList());
  }

  @Test
  void whatOthersCommitMeanwhileIsNotSeenAndNobodyWaits() throws Exception {
    Epoch epoch = begun(STREAM);
    saveNext(epoch, "before");

    try (Rivals rivals = new Rivals()) {
      Seen seen =
          audited(STREAM)
              .atOneInstant(
                  stream -> {
                    Future<Long> others = rivals.start(() -> changeEverything(epoch));
                    assertThat(resultOf(others)).isEqualTo(epoch.number() + 1);
                    return Seen.of(stream);
                  });

      assertThat(seen.results()).containsExactly("before");
      assertThat(seen.saves()).hasSize(1);
      assertThat(seen.starts()).hasSameSizeAs(PARTITIONS);
      assertThat(seen.gaps()).isEmpty();
      assertThat(seen.resets()).isEmpty();
      assertThat(seen.positions())
          .hasSameSizeAs(PARTITIONS)
          .allSatisfy(row -> assertThat(row.epoch()).isEqualTo(epoch))
          .contains(new StoredPosition(FIRST, START + 10, ID, epoch));
    }
    assertThat(audited(STREAM).atOneInstant(Seen::of).saves()).hasSize(2);
  }

  private static PositionReset reset(TopicPartition partition, Epoch epoch) {
    return new PositionReset(
        partition, OptionalLong.of(START), 150, "to-offset 150", "somebody", epoch);
  }

  private long changeEverything(Epoch epoch) {
    save(range(FIRST, START + 10, START + 20), epoch, "meanwhile");
    Epoch later = claimed(STREAM);
    TopicPartition added = new TopicPartition("b", 2);
    offsets.begin(
        STREAM,
        later,
        new StartChange(
            List.of(new StoredPosition(added, 0, ID, later)),
            List.of(PARTITIONS.get(2)),
            List.of(new HarmfulFinding.PartitionMissing(PARTITIONS.get(2), START)),
            List.of(reset(FIRST, later))));
    return later.number();
  }

  @Test
  void whatTheWorkThrowsArrivesAsItWasAndTheStoreGoesOn() {
    begun(STREAM);
    AuditedStore<Supplier<List<String>>> audited = audited(STREAM);
    IllegalStateException thrown = new IllegalStateException("thrown by the work");

    assertThatThrownBy(
            () ->
                audited.atOneInstant(
                    stream -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertThat(audited.atOneInstant(Seen::of).positions()).hasSameSizeAs(PARTITIONS);
  }

  private AuditedStore<Supplier<List<String>>> audited(StreamName stream) {
    return store.audited(stream);
  }

  private void saveNext(Epoch epoch, String... results) {
    save(next(FIRST), epoch, results);
  }

  private void save(OffsetRange range, Epoch epoch, String... results) {
    commit(
        JOINT,
        transaction -> {
          assertThat(transaction.offsets().advance(range, ID, epoch)).isTrue();
          transaction.results().write(results(results));
          transaction.offsets().record(range, epoch, RECORDED);
          return CommitDecision.COMMIT;
        });
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return Rivals.resultOf(future);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
