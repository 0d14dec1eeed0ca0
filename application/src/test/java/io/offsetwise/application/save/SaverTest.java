package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeLogName;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStoreProvider;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaverTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final OffsetRange RANGE = new OffsetRange(new TopicPartition("a", 0), 0, 3);

  private final FakeDatabaseName databaseName = FakeDatabaseName.fresh();
  private final FakeLogName logName = FakeLogName.fresh();
  private final FakeDatabase database = PerJvm.get(databaseName);
  private final FakeLog log = PerJvm.get(logName);
  private Saver<FakeResult> saver;

  @BeforeEach
  void start() {
    log.create("a", 1);
    FakeOffsetStore offsets = new FakeOffsetStore(database);
    Epoch epoch = offsets.claim(STREAM).epoch();
    StoredPosition row = new StoredPosition(RANGE.topicPartition(), 0, log.idOf("a"), epoch);
    offsets.begin(STREAM, epoch, new StartChange(List.of(row), List.of(), List.of()));
    saver =
        new Saver<>(
            new SaveContext(
                STREAM,
                DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan(),
                epoch,
                Map.of("a", log.idOf("a"))),
            new FakeStoreProvider(databaseName, STREAM),
            logName.identity(),
            new StandardDefences(),
            FailurePoints.NONE);
  }

  @Test
  void savesThroughAStoreThatItOpensAndCloses() {
    assertThat(saver.save(BatchRanges.of(RANGE), resultsOf(saver))).isEqualTo(SaveOutcome.SAVED);

    assertThat(database.results()).containsExactly("a-0@0", "a-0@1", "a-0@2");
    assertThat(database.openStores()).isZero();
  }

  @Test
  void savesAfterTravelling() throws Exception {
    Saver<FakeResult> travelled = travel(saver);

    assertThat(travelled.save(BatchRanges.of(RANGE), resultsOf(travelled)))
        .isEqualTo(SaveOutcome.SAVED);
    assertThat(saver.save(BatchRanges.of(RANGE), resultsOf(saver)))
        .isEqualTo(SaveOutcome.ALREADY_APPLIED);

    assertThat(database.results()).hasSize(3);
  }

  @Test
  void closesTheStoreWhenTheSaveFails() {
    IllegalStateException thrown = new IllegalStateException("thrown by the results");

    assertThatThrownBy(
            () ->
                saver.save(
                    BatchRanges.of(RANGE),
                    holding -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(database.openStores()).isZero();
    assertThat(database.history(STREAM)).isEmpty();
  }

  /** A store cannot tell which record it was; the range is as near as it gets. */
  @Test
  void namesTheRangesWhoseResultsTheStoreRefuses() {
    assertThatThrownBy(
            () ->
                saver.save(
                    BatchRanges.of(RANGE),
                    holding -> {
                      throw new StoppedException(
                          StopReason.RESULTS_REFUSED, "database x refuses a value");
                    }))
        .isInstanceOf(StoppedException.class)
        .hasMessage("results of a-0 [0, 3): database x refuses a value");
  }

  @Test
  void closesTheStoreWhenTheTopicsCannotBeAsked() {
    log.disconnect();

    assertThatThrownBy(() -> saver.save(BatchRanges.of(RANGE), resultsOf(saver)))
        .hasMessage("the fake broker does not answer");
    assertThat(database.openStores()).isZero();
    assertThat(database.results()).isEmpty();
  }

  @Test
  void opensNothingWhenThereIsNothingToSave() {
    StoreProvider<CommitStore<FakeResult>> mustNotOpen =
        () -> {
          throw new AssertionError("nothing is to be saved");
        };
    Saver<FakeResult> closed =
        new Saver<>(
            saver.context(), mustNotOpen, saver.topics(), saver.defences(), FailurePoints.NONE);
    OffsetRange empty = new OffsetRange(RANGE.topicPartition(), 3, 3);

    assertThat(closed.save(BatchRanges.of(empty), holding -> transaction -> {}))
        .isEqualTo(SaveOutcome.NOTHING_TO_SAVE);
  }

  private RangeResults<FakeResult> resultsOf(Saver<FakeResult> used) {
    return new PartitionResults<>(
        used.defences().conforming(RANGE, log.records(RANGE)),
        (record, results) -> results.accept(FakeResult.of(record)),
        used.poison());
  }

  @SuppressWarnings("unchecked") // what comes out is what went in
  private static Saver<FakeResult> travel(Saver<FakeResult> packed)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(packed);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Saver<FakeResult>) in.readObject();
    }
  }
}
