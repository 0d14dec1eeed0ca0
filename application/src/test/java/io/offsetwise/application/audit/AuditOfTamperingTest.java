package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Positions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams that crash and start again, as often and wherever a seed says: an audit finds them kept.
 * Whoever then deletes or doubles results is found out, whatever the guarantee would permit a
 * crash.
 */
class AuditOfTamperingTest {

  private static final int SEEDS = 25;
  private static final int DRIVERS = 4;

  /** Where positions are, and so what is on record of them. */
  private enum Place {
    OWN(AuditedRun::audit),
    KAFKA(AuditedRun::auditRegistered);

    private final Function<AuditedRun, AuditReport> audit;

    Place(Function<AuditedRun, AuditReport> audit) {
      this.audit = audit;
    }

    AuditReport audit(AuditedRun run) {
      return audit.apply(run);
    }

    boolean keeps(DeliveryGuarantee guarantee) {
      return this == OWN || !guarantee.plan().savesTogether();
    }
  }

  static Stream<Arguments> streams() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                Arrays.stream(Place.values())
                    .filter(place -> place.keeps(guarantee))
                    .flatMap(
                        place ->
                            Arrays.stream(SaveScope.values())
                                .map(scope -> arguments(guarantee, place, scope))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("streams")
  void crashesAreNoBreachAndWhoeverChangesResultsIsFound(
      DeliveryGuarantee guarantee, Place place, SaveScope scope) {
    for (int seed = 0; seed < SEEDS; seed++) {
      AuditedRun run = crashed(guarantee, scope, new Random(seed));
      AuditReport inFlight = place.audit(run);
      assertThat(broken(inFlight)).as("seed %d, crashed", seed).isEmpty();
      run.readToTheEnd();
      assertThat(broken(place.audit(run))).as("seed %d, read to the end", seed).isEmpty();
      List<String> results = run.stream().database().results();
      String victim = results.get(new Random(seed).nextInt(results.size()));

      for (Consumer<FakeDatabase> change : changes(results, victim)) {
        AuditedRun changed = crashed(guarantee, scope, new Random(seed));
        changed.readToTheEnd();
        change.accept(changed.stream().database());
        assertThat(place.audit(changed).isKept()).as("seed %d, %s", seed, victim).isFalse();
      }
    }
  }

  private static List<Consumer<FakeDatabase>> changes(List<String> results, String victim) {
    return List.of(
        database -> database.removeResults(victim),
        database -> new TreeSet<>(results).forEach(database::removeResults),
        database -> database.addResult(victim),
        database -> results.forEach(database::addResult));
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryGuarantee.class,
      names = {"AT_LEAST_ONCE", "IDEMPOTENT_EXACTLY_ONCE"})
  void batchesThatAnEngineReadsAgainInOtherCutsAreNoBreach(DeliveryGuarantee guarantee) {
    AuditedRun run =
        new AuditedRun(guarantee.planFor(OffsetStorage.KAFKA_ASYNC), SaveScope.PARTITION);
    StartedStream first = run.start();
    Positions second = run.saveNext(first, first.positions(), FailurePoints.NONE);
    run.saveNext(first, second, FailurePoints.NONE);
    run.stream().database().move(AuditedRun.NAME, AuditedRun.VICTIM, 3);
    assertThat(broken(run.auditRegistered())).isEmpty();

    StartedStream again = run.start();
    Positions reached = again.positions();
    while (!run.stream().next(reached).isEmpty()) {
      reached = run.saveNext(again, reached, FailurePoints.NONE);
    }
    reached
        .nextOffsets()
        .forEach((each, next) -> run.stream().database().move(AuditedRun.NAME, each, next));

    assertThat(broken(run.auditRegistered())).isEmpty();
    run.stream().database().addResult("a-1@2");
    assertThat(run.auditRegistered().isKept()).isFalse();
  }

  @Test
  void aPositionThatIsSetForwardInKafkaIsALossUnderAtLeastOnce() {
    AuditedRun run = new AuditedRun(DeliveryGuarantee.AT_LEAST_ONCE, SaveScope.BATCH);
    StartedStream started = run.start();
    run.saveNext(started, started.positions(), FailurePoints.NONE);
    run.stream().database().move(AuditedRun.NAME, AuditedRun.VICTIM, 9);

    assertThat(broken(run.auditRegistered())).contains(FindingKind.LOST);
  }

  @Test
  void aPositionThatIsSetBackInKafkaIsABreachUnderAtMostOnce() {
    AuditedRun run = new AuditedRun(DeliveryGuarantee.AT_MOST_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().database().move(AuditedRun.NAME, AuditedRun.VICTIM, 6);

    assertThat(broken(run.auditRegistered())).containsOnly(FindingKind.AHEAD);
  }

  private static List<FindingKind> broken(AuditReport report) {
    return report
        .findings()
        .filter(finding -> !finding.isPermitted())
        .map(Finding::kind)
        .filter(kind -> kind != FindingKind.NOTHING_COMPARED)
        .toList();
  }

  /** A few drivers after one another, each of which dies somewhere in one of its first saves. */
  private static AuditedRun crashed(DeliveryGuarantee guarantee, SaveScope scope, Random random) {
    AuditedRun run = new AuditedRun(guarantee, scope);
    List<FailurePoint> points = guarantee.plan().failurePoints();
    for (int driver = 0; driver < DRIVERS; driver++) {
      StartedStream started = run.start();
      Positions reached = started.positions();
      if (random.nextBoolean() && !run.stream().next(reached).isEmpty()) {
        reached = run.saveNext(started, reached, FailurePoints.NONE);
      }
      FailurePoint point = points.get(random.nextInt(points.size()));
      if (!run.stream().next(reached).isEmpty()) {
        Positions from = reached;
        assertThatThrownBy(() -> run.saveNext(started, from, crashAt(point)))
            .isInstanceOf(Crash.class);
      }
    }
    return run;
  }

  private static FailurePoints crashAt(FailurePoint point) {
    return (reached, ranges) -> {
      if (reached == point) {
        throw new Crash();
      }
    };
  }

  /** Nobody may catch this and go on. */
  private static final class Crash extends Error {

    private static final long serialVersionUID = 1L;
  }
}
