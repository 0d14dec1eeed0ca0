package io.offsetwise.domain.audit;

import static io.offsetwise.domain.guarantee.DeliveryGuarantee.AT_LEAST_ONCE;
import static io.offsetwise.domain.guarantee.DeliveryGuarantee.AT_MOST_ONCE;
import static io.offsetwise.domain.guarantee.DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE;
import static io.offsetwise.domain.guarantee.DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditRulesTest {

  /** Said of the records or of the log, never a fault of the stream. */
  private static final Set<FindingKind> NO_FAULTS =
      EnumSet.of(
          FindingKind.SAME_KEY,
          FindingKind.GAP,
          FindingKind.SKIPPED,
          FindingKind.READ_AGAIN,
          FindingKind.NOT_COMPARED);

  private static final Map<DeliveryGuarantee, Set<FindingKind>> PERMITTED =
      Map.of(
          AT_MOST_ONCE, EnumSet.of(FindingKind.LOST),
          AT_LEAST_ONCE, EnumSet.of(FindingKind.REPEATED, FindingKind.AHEAD),
          IDEMPOTENT_EXACTLY_ONCE, EnumSet.of(FindingKind.AHEAD),
          TRANSACTIONAL_EXACTLY_ONCE, EnumSet.noneOf(FindingKind.class));

  @ParameterizedTest
  @EnumSource
  void whatIsPermittedFollowsFromThePlan(DeliveryGuarantee guarantee) {
    AuditRules rules = new AuditRules(guarantee.plan());
    Set<FindingKind> expected = EnumSet.copyOf(NO_FAULTS);
    expected.addAll(PERMITTED.get(guarantee));

    assertThat(Stream.of(FindingKind.values()).filter(rules::permit))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
