package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SaveStep;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitStoreProviderTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final OffsetRange RANGE = new OffsetRange(new TopicPartition("a", 0), 0, 3);

  private final FakeDatabaseName offsetsName = FakeDatabaseName.fresh();
  private final FakeDatabaseName resultsName = FakeDatabaseName.fresh();
  private final FakeDatabase offsets = PerJvm.get(offsetsName);
  private final FakeDatabase results = PerJvm.get(resultsName);
  private final StoreProvider<CommitStore<FakeResult>> provider =
      new SplitStoreProvider<>(
          () -> new FakeCommitStore(offsets, STREAM), new FakeStoreProvider(resultsName, STREAM));

  @ParameterizedTest
  @EnumSource(
      value = SaveStep.class,
      names = {"RESULTS", "KEYED_RESULTS"})
  void resultsGoToTheirOwnPlace(SaveStep step) {
    try (CommitStore<FakeResult> store = provider.open()) {
      store.commitResults(
          Commit.of(step),
          transaction -> {
            transaction.results().write(List.of(new FakeResult("one")).iterator());
            return CommitDecision.COMMIT;
          });
    }

    assertThat(results.results()).containsExactly("one");
    assertThat(offsets.results()).isEmpty();
  }

  @Test
  void offsetsGoToTheirOwnPlace() {
    try (CommitStore<FakeResult> store = provider.open()) {
      store.commitOffsets(
          moved -> {
            moved.record(
                RANGE,
                new Epoch(1),
                RecordedCommit.of(DeliveryGuarantee.AT_MOST_ONCE.plan(), CommitStore.OFFSETS));
            return CommitDecision.COMMIT;
          });
    }

    assertThat(offsets.history(STREAM)).hasSize(1);
    assertThat(results.history(STREAM)).isEmpty();
  }

  @Test
  void aJointCommitIsRefusedBeforeAnythingIsWritten() {
    Commit joint = Commit.of(SaveStep.OFFSETS, SaveStep.RESULTS);

    try (CommitStore<FakeResult> store = provider.open()) {
      assertThatExceptionOfType(StoppedException.class)
          .isThrownBy(
              () ->
                  store.commit(
                      joint,
                      transaction -> {
                        throw new AssertionError("the work must not begin");
                      }))
          .withMessage(
              "commit {offsets, results} needs one transaction, but offsets and results are kept in"
                  + " two places: keep them in one database, or choose a guarantee that commits"
                  + " them separately")
          .extracting(StoppedException::reason)
          .isEqualTo(StopReason.IMPOSSIBLE);
    }
  }

  @Test
  void bothPlacesAreClosed() {
    CommitStore<FakeResult> store = provider.open();
    assertThat(offsets.openStores()).isEqualTo(1);
    assertThat(results.openStores()).isEqualTo(1);

    store.close();

    assertThat(offsets.openStores()).isZero();
    assertThat(results.openStores()).isZero();
  }

  @Test
  void needsBothPlaces() {
    assertThatThrownBy(() -> new SplitStoreProvider<>(null, provider)).hasMessage("offsets");
    assertThatThrownBy(() -> new SplitStoreProvider<>(() -> null, null)).hasMessage("results");
  }
}
