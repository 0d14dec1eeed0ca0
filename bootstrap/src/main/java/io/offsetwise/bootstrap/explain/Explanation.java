package io.offsetwise.bootstrap.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveStep;
import io.offsetwise.domain.guarantee.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The JSON form of what is said about one combination: either plan and failure points, or a
 * refusal.
 *
 * @param guarantee key of the guarantee
 * @param scope key of the scope
 * @param storage key of the storage
 * @param resultKind key of the result kind
 * @param plan the steps of each commit, in order; empty when refused
 * @param failurePoints what a crash at each point causes; empty when refused
 * @param requirements what the job sets, and refuses when it is set otherwise; empty when refused
 * @param refusal why it is impossible; empty when it is possible
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Explanation(
    String guarantee,
    String scope,
    String storage,
    String resultKind,
    List<List<String>> plan,
    List<Prediction> failurePoints,
    List<Requirement> requirements,
    Optional<String> refusal) {

  /**
   * What a crash causes.
   *
   * @param point key of the failure point
   * @param meaning what is durable there
   * @param outcome key of the outcome
   */
  public record Prediction(String point, String meaning, String outcome) {}

  /** What is said about {@code combination}. */
  public static Explanation of(Combination combination) {
    Verdict verdict = combination.verdict();
    if (verdict instanceof Verdict.Possible possible) {
      SavePlan plan = possible.plan();
      return of(
          combination,
          commits(plan),
          predictions(plan),
          Requirements.of(combination.guarantee()),
          Optional.empty());
    }
    String reason = ((Verdict.Refused) verdict).reason();
    return of(combination, List.of(), List.of(), List.of(), Optional.of(reason));
  }

  /** Whether it is possible with offsets kept there. */
  boolean isRunIn(OffsetStorage other) {
    return refusal.isEmpty() && storage.equals(other.key());
  }

  /** Key of what a crash at {@code point} causes; empty when the plan never passes it. */
  Optional<String> outcomeAt(FailurePoint point) {
    return failurePoints.stream()
        .filter(prediction -> prediction.point().equals(point.key()))
        .map(Prediction::outcome)
        .findFirst();
  }

  private static Explanation of(
      Combination combination,
      List<List<String>> plan,
      List<Prediction> failurePoints,
      List<Requirement> requirements,
      Optional<String> refusal) {
    return new Explanation(
        combination.guarantee().key(),
        combination.scope().key(),
        combination.storage().key(),
        combination.resultKind().key(),
        plan,
        failurePoints,
        requirements,
        refusal);
  }

  private static List<List<String>> commits(SavePlan plan) {
    return plan.commits().stream()
        .map(commit -> commit.steps().stream().map(SaveStep::label).toList())
        .toList();
  }

  private static List<Prediction> predictions(SavePlan plan) {
    return plan.failurePoints().stream()
        .map(point -> new Prediction(point.key(), point.meaning(), plan.outcomeOf(point).key()))
        .toList();
  }
}
