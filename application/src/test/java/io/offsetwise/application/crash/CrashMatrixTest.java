package io.offsetwise.application.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrashMatrixTest {

  /** Four guarantees with three failure points each, two scopes, two recoveries. */
  private static final int CELLS = 4 * 3 * 2 * 2;

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void whatIsObservedIsWhatThePlanPredicts(CrashCell cell) {
    Fates fates = new CrashRun(cell).fates();

    assertThat(fates.ofTheHit())
        .as("records of the crashed save")
        .containsExactly(cell.predicted());
    assertThat(fates.ofTheOthers()).as("all other records").containsExactly(CrashOutcome.INTACT);
  }

  @Test
  void theMatrixIsComplete() {
    assertThat(CrashCell.all()).hasSize(CELLS).doesNotHaveDuplicates();
  }

  /** A matrix in which nothing was ever lost or repeated would prove nothing. */
  @Test
  void theMatrixIsValid() {
    Map<DeliveryGuarantee, Set<CrashOutcome>> observed =
        CrashCell.all().stream()
            .collect(
                Collectors.groupingBy(
                    CrashCell::guarantee,
                    Collectors.flatMapping(
                        cell -> new CrashRun(cell).fates().count().keySet().stream(),
                        Collectors.toSet())));

    assertThat(observed)
        .containsEntry(
            DeliveryGuarantee.AT_MOST_ONCE, Set.of(CrashOutcome.INTACT, CrashOutcome.LOST))
        .containsEntry(
            DeliveryGuarantee.AT_LEAST_ONCE, Set.of(CrashOutcome.INTACT, CrashOutcome.REPEATED))
        .containsEntry(DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE, Set.of(CrashOutcome.INTACT))
        .containsEntry(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, Set.of(CrashOutcome.INTACT));
  }

  private static List<CrashCell> cells() {
    return CrashCell.all();
  }
}
