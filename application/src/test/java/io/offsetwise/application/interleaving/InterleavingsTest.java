package io.offsetwise.application.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.interleaving.Ending.Kind;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No schedule of two rivals breaks a promise, and the schedules are worth something. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingsTest {

  /** Far below what there is, far above what is left when an intervention is forgotten. */
  private static final long FEWEST_SCHEDULES_OF_A_CELL = 500;

  private static final long FEWEST_SCHEDULES = 80_000;

  private Map<Cell, Explored> explored;

  @BeforeAll
  void explore() {
    explored =
        Cell.allOf(Collaborators.STANDARD).parallelStream()
            .collect(Collectors.toConcurrentMap(Function.identity(), Exploration::of));
    explored.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().schedules() + " schedules")
        .sorted()
        .forEach(System.out::println);
    System.out.println("together " + schedules() + " schedules");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void thePromiseIsKeptUnderEverySchedule(Cell cell) {
    assertThat(explored.get(cell).broken()).as("%s", cell).isEmpty();
  }

  /** Otherwise the schedules would not show what they are there for. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void rivalsMeetInEveryWay(Cell cell) {
    Explored seen = explored.get(cell);

    assertThat(seen.schedules()).isGreaterThan(FEWEST_SCHEDULES_OF_A_CELL);
    assertThat(seen.rowWaits()).as("waits for a row").isPositive();
    assertThat(seen.endings().keySet())
        .containsExactlyInAnyOrder(Kind.FINISHED, loser(cell.rivalry()), Kind.CRASHED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void aScheduleIsPlayedTheSameWayAgain(Cell cell) {
    Outcome undisturbed = Exploration.play(cell, Schedule.UNDISTURBED);
    List<Schedule> disturbed = Schedule.UNDISTURBED.continuations(undisturbed.steps()).toList();

    assertThat(disturbed).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    assertThat(disturbed)
        .allSatisfy(
            schedule ->
                assertThat(Exploration.play(cell, schedule))
                    .isEqualTo(Exploration.play(cell, schedule)));
  }

  /** Schedules under which nothing is ever lost or repeated would prove nothing. */
  @Test
  void theSchedulesAreValid() {
    assertThat(schedules()).isGreaterThan(FEWEST_SCHEDULES);
    assertThat(fates(DeliveryGuarantee.AT_MOST_ONCE))
        .containsExactlyInAnyOrder(CrashOutcome.INTACT, CrashOutcome.LOST);
    assertThat(fates(DeliveryGuarantee.AT_LEAST_ONCE))
        .containsExactlyInAnyOrder(CrashOutcome.INTACT, CrashOutcome.REPEATED);
    assertThat(fates(DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE))
        .containsExactly(CrashOutcome.INTACT);
    assertThat(fates(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE))
        .containsExactly(CrashOutcome.INTACT);
  }

  private static Kind loser(Rivalry rivalry) {
    return switch (rivalry) {
      case DRIVERS -> Kind.FENCED;
      case COPIES -> Kind.OUT_OF_ORDER;
    };
  }

  private long schedules() {
    return explored.values().stream().mapToLong(Explored::schedules).sum();
  }

  private Set<CrashOutcome> fates(DeliveryGuarantee guarantee) {
    return explored.entrySet().stream()
        .filter(entry -> entry.getKey().guarantee() == guarantee)
        .flatMap(entry -> entry.getValue().fates().stream())
        .collect(Collectors.toSet());
  }

  private static List<Cell> cells() {
    return Cell.allOf(Collaborators.STANDARD);
  }
}
