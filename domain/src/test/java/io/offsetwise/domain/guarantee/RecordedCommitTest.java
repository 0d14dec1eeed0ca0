package io.offsetwise.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedCommitTest {

  @ParameterizedTest
  @EnumSource
  void theGuaranteeFollowsFromThePlanAlone(DeliveryGuarantee guarantee) {
    assertThat(DeliveryGuarantee.of(guarantee.plan())).isEqualTo(guarantee);
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryGuarantee.class,
      names = {"AT_LEAST_ONCE", "IDEMPOTENT_EXACTLY_ONCE"})
  void offsetsThatTheEngineSavesComeLast(DeliveryGuarantee guarantee) {
    SavePlan plan = guarantee.planFor(OffsetStorage.KAFKA_ASYNC);

    assertThat(RecordedCommit.of(plan, plan.commits().get(0)))
        .isEqualTo(new RecordedCommit(CommittedSteps.RESULTS, guarantee));
  }

  @Test
  void eachCommitOfAPlanHoldsItsOwnSteps() {
    SavePlan plan = DeliveryGuarantee.AT_MOST_ONCE.plan();

    assertThat(plan.commits().stream().map(CommittedSteps::of))
        .containsExactly(CommittedSteps.OFFSETS, CommittedSteps.RESULTS);
    assertThat(CommittedSteps.of(Commit.of(SaveStep.OFFSETS, SaveStep.RESULTS)))
        .isEqualTo(CommittedSteps.BOTH);
  }
}
