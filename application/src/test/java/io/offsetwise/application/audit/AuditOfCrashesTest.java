package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Positions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever moment of a save an audit falls upon, and whatever crash came before it: it never
 * accuses a stream that keeps its guarantee, and it counts what the plan predicts.
 */
class AuditOfCrashesTest {

  private static final int PARTITIONS = 4;
  private static final long BATCH = 4;

  static Stream<Arguments> cells() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                guarantee.plan().failurePoints().stream()
                    .flatMap(
                        point ->
                            Arrays.stream(SaveScope.values())
                                .map(scope -> Arguments.of(guarantee, scope, point))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("cells")
  void anAuditCountsWhatThePlanPredictsAndFindsTheGuaranteeKept(
      DeliveryGuarantee guarantee, SaveScope scope, FailurePoint point) {
    AuditedRun run = new AuditedRun(guarantee, scope);
    StartedStream started = run.start();
    Positions second = run.saveNext(started, started.positions(), FailurePoints.NONE);
    assertThatThrownBy(() -> run.saveNext(started, second, crashAt(point)))
        .isInstanceOf(Crash.class);

    AuditReport inMidSave = run.audit();
    AuditReport afterwards = run.readToTheEnd().audit();

    assertThat(inMidSave.findings().filter(finding -> !finding.isPermitted())).isEmpty();
    CrashOutcome predicted = guarantee.plan().outcomeOf(point);
    long hit = PARTITIONS * BATCH;
    assertThat(afterwards.isKept()).isTrue();
    assertThat(afterwards.sent()).isEqualTo(AuditedRun.RECORDS);
    assertThat(afterwards.count(FindingKind.LOST))
        .isEqualTo(predicted == CrashOutcome.LOST ? hit : 0);
    assertThat(afterwards.count(FindingKind.REPEATED))
        .isEqualTo(predicted == CrashOutcome.REPEATED ? hit : 0);
    assertThat(afterwards.stored())
        .isEqualTo(
            AuditedRun.RECORDS
                - afterwards.count(FindingKind.LOST)
                + afterwards.count(FindingKind.REPEATED));
  }

  private static FailurePoints crashAt(FailurePoint point) {
    return (reached, ranges) -> {
      if (reached == point) {
        throw new Crash();
      }
    };
  }

  /** Nobody may catch this and go on. */
  private static final class Crash extends Error {}
}
