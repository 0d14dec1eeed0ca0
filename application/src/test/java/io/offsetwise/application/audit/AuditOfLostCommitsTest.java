package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.crash.LostCommit;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeGuardedOffsets;
import io.offsetwise.application.fake.FakeTime;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.BatchRetry;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.wire.CommitLoss;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stream that has lost its connection at a commit, and has gone on by itself, keeps its guarantee
 * in the eyes of an audit; whoever changes its results afterwards is found all the same.
 */
class AuditOfLostCommitsTest {

  private static final long PER_BATCH = 4 * 4;
  private static final OffsetRange HIT = new OffsetRange(AuditedRun.VICTIM, 4, 8);
  private static final int AFTER_ALL = Integer.MAX_VALUE;

  static Stream<Arguments> cells() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                guarantee.plan().failurePoints().stream()
                    .filter(AuditOfLostCommitsTest::comesBeforeACommit)
                    .flatMap(before -> cells(guarantee, before)));
  }

  private static boolean comesBeforeACommit(FailurePoint point) {
    return point == FailurePoint.BEFORE_FIRST_COMMIT || point == FailurePoint.BETWEEN_COMMITS;
  }

  private static Stream<Arguments> cells(DeliveryGuarantee guarantee, FailurePoint before) {
    return Arrays.stream(SaveScope.values())
        .flatMap(
            scope ->
                Arrays.stream(CommitLoss.values())
                    .map(loss -> arguments(guarantee, before, scope, loss)));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
  @MethodSource("cells")
  void theGuaranteeIsFoundKeptAndTamperingIsFound(
      DeliveryGuarantee guarantee, FailurePoint before, SaveScope scope, CommitLoss loss) {
    AuditedRun run = new LostRun(guarantee, scope, before, loss).toTheEnd();
    AuditReport report = run.audit();

    assertThat(report.findings().filter(finding -> !finding.isPermitted())).isEmpty();
    assertThat(report.count(FindingKind.LOST)).isLessThanOrEqualTo(PER_BATCH);
    assertThat(report.count(FindingKind.REPEATED)).isLessThanOrEqualTo(PER_BATCH);
    if (!guarantee.plan().savesTogether()) {
      assertThat(run.auditRegistered().isKept()).as("offsets in Kafka").isTrue();
    }

    List<String> results = run.stream().database().results();
    run.stream().database().removeResults(results.get(results.size() / 2));
    assertThat(run.audit().isKept()).as("after a result was removed").isFalse();
  }

  /**
   * The stream has gone on in its epoch: without a word of the retry, nothing explains the loss.
   */
  @ParameterizedTest
  @EnumSource
  void aRetryThatLeavesNoRecordIsABreach(SaveScope scope) {
    LostRun lost =
        new LostRun(
            DeliveryGuarantee.AT_MOST_ONCE,
            scope,
            FailurePoint.BEFORE_FIRST_COMMIT,
            CommitLoss.ANSWER_LOST);

    AuditReport report = lost.toTheEnd(SilentStore::new).audit();

    assertThat(report.isKept()).isFalse();
    assertThat(report.count(FindingKind.LOST)).isPositive();
  }

  /** A run whose second batch is hit. */
  private static final class LostRun {

    private final LostCommit lost;
    private final AuditedRun run;

    LostRun(DeliveryGuarantee guarantee, SaveScope scope, FailurePoint before, CommitLoss loss) {
      this.lost = new LostCommit(loss, before, HIT, AFTER_ALL);
      this.run = new AuditedRun(guarantee.plan(), scope, new FakeDatabase(lost));
    }

    AuditedRun toTheEnd() {
      return toTheEnd(lost::store);
    }

    /** The same, saved again through another store. */
    AuditedRun toTheEnd(BiFunction<FakeDatabase, StreamName, FakeCommitStore> afterwards) {
      StartedStream started = run.start();
      AtomicReference<BiFunction<FakeDatabase, StreamName, FakeCommitStore>> stores =
          new AtomicReference<>(lost::store);
      BatchRetry retry =
          new BatchRetry(
              new RetryBound(2, Duration.ofMinutes(1)),
              new FakeTime(),
              warning -> stores.set(afterwards));
      Positions reached = started.positions();
      while (!run.stream().next(reached).isEmpty()) {
        AtomicReference<Positions> next = new AtomicReference<>();
        Positions from = reached;
        retry.untilSaved(
            () -> {
              next.set(run.saveNext(started, from, lost, stores.get()));
              return 0;
            });
        reached = next.get();
      }
      lost.arrive();
      return run;
    }
  }

  /** Keeps no record of a retry that has left results alone. */
  private static final class SilentStore extends FakeCommitStore {

    SilentStore(FakeDatabase database, StreamName stream) {
      super(database, stream);
    }

    @Override
    protected GuardedOffsets offsets(FakeTransaction transaction) {
      return new FakeGuardedOffsets(database(), transaction, stream()) {
        @Override
        public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
          if (commit.steps() != CommittedSteps.NEITHER) {
            super.record(range, epoch, commit);
          }
        }
      };
    }
  }
}
