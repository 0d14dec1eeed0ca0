package io.offsetwise.adapters.storage.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition begun at 100, saved twice, gone past a gap, and set back. */
class JdbiOffsetHistoryTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final TopicPartition PARTITION = new TopicPartition("payments", 3);
  private static final TopicPartition OTHER = new TopicPartition("payments", 4);
  private static final TopicId ID = new TopicId("topic-id");
  private static final RecordedCommit RECORDED =
      new RecordedCommit(CommittedSteps.BOTH, DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);

  private final Instant before = Instant.now().minusSeconds(60);
  @AutoClose private final TestDatabase database = TestDatabase.create();
  private JdbiOffsetStore offsets;

  @BeforeEach
  void open() {
    offsets = new JdbiOffsetStore(database.connections());
    Epoch first = offsets.claim(STREAM).epoch();
    begin(first, List.of(at(PARTITION, 100, first), at(OTHER, 0, first)), List.of(), List.of());
    save(first, 100, 120);
    save(first, 120, 150);
    Epoch second = offsets.claim(STREAM).epoch();
    begin(
        second,
        List.of(at(PARTITION, 160, second)),
        List.of(new HarmfulFinding.RetentionLoss(PARTITION, 150, new RetainedRange(160, 200))),
        List.of());
    save(second, 160, 170);
    Epoch third = offsets.claim(STREAM).epoch();
    begin(
        third,
        List.of(at(PARTITION, 165, third)),
        List.of(),
        List.of(
            new PositionReset(
                PARTITION, OptionalLong.of(170), 165, "--to-offset 165", "me", third)));
  }

  @Test
  void allThatHappenedIsToldInOrder() {
    List<OffsetEvent> events = history(SaveHistory.KEPT).newest(STREAM, PARTITION, 100);

    assertThat(events)
        .extracting(OffsetEvent::name)
        .containsExactly("begun", "saved", "saved", "gap", "saved", "reset");
    assertThat(events)
        .extracting(event -> event.epoch().number())
        .containsExactly(1L, 1L, 1L, 2L, 2L, 3L);
    assertThat(events).allSatisfy(event -> assertThat(event.at()).isAfter(before));
  }

  @Test
  void theNewestAreToldWhenTheyAreTooMany() {
    assertThat(history(SaveHistory.KEPT).newest(STREAM, PARTITION, 2))
        .extracting(OffsetEvent::name)
        .containsExactly("saved", "reset");
  }

  @Test
  void ofAnOffsetOnlyItsOwnSavesAreTold() {
    assertThat(history(SaveHistory.KEPT).concerning(STREAM, PARTITION, 120))
        .filteredOn(OffsetEvent.Saved.class::isInstance)
        .extracting(event -> ((OffsetEvent.Saved) event).range())
        .containsExactly(new OffsetRange(PARTITION, 120, 150));
  }

  @Test
  void whereSavesAreNotKeptNoneAreTold() {
    OffsetEvent[] none = {};
    assertThat(history(SaveHistory.NOT_KEPT).newest(STREAM, PARTITION, 100).toArray(none))
        .extracting(OffsetEvent::name)
        .containsExactly("begun", "gap", "reset");
    assertThat(history(SaveHistory.NOT_KEPT).lastSaves(STREAM)).isEmpty();
  }

  @Test
  void theLastSaveOfEachPartitionHasItsTime() {
    assertThat(history(SaveHistory.KEPT).lastSaves(STREAM))
        .containsOnlyKeys(PARTITION)
        .allSatisfy((partition, time) -> assertThat(time).isAfter(before));
  }

  @Test
  void aSaveTellsHowManyOfItsOffsetsHeldNoRecord() {
    OffsetRange range = new OffsetRange(OTHER, 0, 10);
    database
        .connections()
        .inTransaction(
            handle -> {
              JdbiGuardedOffsets offsets = new JdbiGuardedOffsets(handle, STREAM);
              offsets.whatWasRead(read -> new ReadSummary(OptionalLong.of(7), LeaderEpoch.UNKNOWN));
              offsets.record(range, new Epoch(1), RECORDED);
              return range;
            });

    assertThat(history(SaveHistory.KEPT).newest(STREAM, OTHER, 1))
        .extracting(OffsetEvent::describe)
        .containsExactly("saved in the range [0, 10), 3 of its offsets without a record");
  }

  /** The results' commit has an entry of its own, which is no save of a position. */
  @Test
  void theCommitOfResultsIsNoSaveOfAPosition() {
    OffsetRange results = new OffsetRange(OTHER, 0, 10);
    database
        .connections()
        .inTransaction(
            handle -> {
              new JdbiGuardedOffsets(handle, STREAM)
                  .record(
                      results,
                      new Epoch(1),
                      new RecordedCommit(CommittedSteps.RESULTS, DeliveryGuarantee.AT_LEAST_ONCE));
              return results;
            });

    assertThat(history(SaveHistory.KEPT).newest(STREAM, OTHER, 100))
        .extracting(OffsetEvent::name)
        .doesNotContain("saved");
    assertThat(history(SaveHistory.KEPT).lastSaves(STREAM)).doesNotContainKey(OTHER);
  }

  private JdbiOffsetHistory history(SaveHistory saves) {
    return new JdbiOffsetHistory(database.connections(), saves);
  }

  private void begin(
      Epoch epoch,
      List<StoredPosition> written,
      List<HarmfulFinding> gaps,
      List<PositionReset> resets) {
    offsets.begin(STREAM, epoch, new StartChange(written, List.of(), gaps, resets));
  }

  private void save(Epoch epoch, long from, long until) {
    OffsetRange range = new OffsetRange(PARTITION, from, until);
    boolean moved =
        database
            .connections()
            .inTransaction(
                handle -> {
                  JdbiGuardedOffsets guarded = new JdbiGuardedOffsets(handle, STREAM);
                  boolean advanced = guarded.advance(range, ID, epoch);
                  guarded.record(range, epoch, RECORDED);
                  return advanced;
                });
    assertThat(moved).isTrue();
  }

  private static StoredPosition at(TopicPartition partition, long offset, Epoch epoch) {
    return new StoredPosition(partition, offset, ID, epoch);
  }
}
