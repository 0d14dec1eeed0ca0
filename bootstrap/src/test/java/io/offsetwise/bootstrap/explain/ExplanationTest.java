package io.offsetwise.bootstrap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  @Test
  void tellsPlanAndPredictions() {
    assertThat(
            explained(DeliveryGuarantee.AT_LEAST_ONCE, OffsetStorage.KAFKA, ResultKind.ACCUMULATED))
        .isEqualTo(
            new Explanation(
                "at-least-once",
                "batch",
                "kafka",
                "accumulated",
                List.of(List.of("results"), List.of("offsets")),
                List.of(
                    new Explanation.Prediction(
                        "before-first-commit", "nothing saved yet", "intact"),
                    new Explanation.Prediction(
                        "between-commits", "first commit durable, second not begun", "repeated"),
                    new Explanation.Prediction(
                        "after-last-commit", "every commit durable, reply not used", "intact")),
                Requirements.of(DeliveryGuarantee.AT_LEAST_ONCE),
                Optional.empty()));
  }

  @Test
  void tellsWhatMustBeSet() {
    assertThat(requiredBy(DeliveryGuarantee.AT_LEAST_ONCE))
        .contains(
            "spark.streaming.concurrentJobs = 1",
            "kafka.properties.enable.auto.commit = false",
            "kafka.properties.auto.offset.reset = none",
            "kafka.properties.allow.auto.create.topics = false")
        .doesNotContain("spark.task.maxFailures = 1", "offsets.jdbc.url = storage.jdbc.url");
    assertThat(requiredBy(DeliveryGuarantee.AT_MOST_ONCE))
        .contains(
            "spark.task.maxFailures = 1",
            "spark.speculation = false",
            "spark.master = local[N], not local[N,F]");
    assertThat(requiredBy(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE))
        .contains("offsets.jdbc.url = storage.jdbc.url");
  }

  @Test
  void tellsWhyItIsRefused() {
    Explanation refused =
        explained(DeliveryGuarantee.AT_MOST_ONCE, OffsetStorage.CHECKPOINT, ResultKind.KEYED);

    assertThat(refused.plan()).isEmpty();
    assertThat(refused.failurePoints()).isEmpty();
    assertThat(refused.requirements()).isEmpty();
    assertThat(refused.refusal()).hasValueSatisfying(why -> assertThat(why).contains("checkpoint"));
  }

  @Test
  void withoutAFilterAllCombinationsPass() {
    assertThat(CombinationFilter.ALL.combinations()).hasSize(4 * 2 * 4 * 3).doesNotHaveDuplicates();
  }

  private static List<String> requiredBy(DeliveryGuarantee guarantee) {
    return explained(guarantee, OffsetStorage.OWN, ResultKind.KEYED).requirements().stream()
        .map(Requirement::text)
        .toList();
  }

  private static Explanation explained(
      DeliveryGuarantee guarantee, OffsetStorage storage, ResultKind kind) {
    CombinationFilter filter =
        new CombinationFilter(
            Optional.of(guarantee),
            Optional.of(SaveScope.BATCH),
            Optional.of(storage),
            Optional.of(kind));
    return Explanation.of(Iterables.getOnlyElement(filter.combinations()));
  }
}
