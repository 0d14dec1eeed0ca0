package io.offsetwise.domain.guarantee;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commits of a save, in their order: a delivery guarantee as data.
 *
 * <p>Runs on driver and executors; immutable.
 *
 * @param commits one or two commits; together they save offsets once and results once
 */
public record SavePlan(List<Commit> commits) implements Serializable {

  public SavePlan {
    commits = List.copyOf(commits);
    List<SaveStep> steps = commits.stream().flatMap(commit -> commit.steps().stream()).toList();
    boolean offsetsOnce = steps.stream().filter(SaveStep.OFFSETS::equals).count() == 1;
    if (steps.size() != 2 || !offsetsOnce) {
      throw new IllegalArgumentException("a plan saves offsets once and results once: " + commits);
    }
  }

  /** A plan of these commits, in this order. */
  public static SavePlan of(Commit... commits) {
    return new SavePlan(List.of(commits));
  }

  /** Whether the first commit saves the offsets, alone or together with the results. */
  public boolean savesOffsetsFirst() {
    return commits.get(0).steps().contains(SaveStep.OFFSETS);
  }

  /** Whether one transaction saves both. */
  public boolean savesTogether() {
    return commits.stream().anyMatch(Commit::isJoint);
  }

  /** The places where a crash can hit this plan, in the order in which a save passes them. */
  public List<FailurePoint> failurePoints() {
    List<FailurePoint> points = new ArrayList<>();
    points.add(FailurePoint.BEFORE_FIRST_COMMIT);
    if (savesTogether()) {
      points.add(FailurePoint.INSIDE_TRANSACTION);
    }
    if (commits.size() > 1) {
      points.add(FailurePoint.BETWEEN_COMMITS);
    }
    points.add(FailurePoint.AFTER_LAST_COMMIT);
    return List.copyOf(points);
  }

  /**
   * What a crash at {@code point}, followed by a restart from the stored positions, makes of the
   * range that was being saved.
   *
   * @throws IllegalArgumentException when the plan never passes this point
   */
  public CrashOutcome outcomeOf(FailurePoint point) {
    Set<SaveStep> durable = durableAt(point);
    if (durable.contains(SaveStep.OFFSETS)) {
      return durable.size() == 2 ? CrashOutcome.INTACT : CrashOutcome.LOST;
    }
    return durable.contains(SaveStep.RESULTS) ? CrashOutcome.REPEATED : CrashOutcome.INTACT;
  }

  /**
   * What a crash at {@code point}, followed by a second attempt at the same save, makes of the
   * range: a task that is run again, or the action of a batch.
   *
   * <p>It differs from a restart in one place: results that are committed before the offsets are
   * written again, even when both are durable, because only the offsets know of the first attempt.
   *
   * @throws IllegalArgumentException when the plan never passes this point
   */
  public CrashOutcome outcomeOfRetry(FailurePoint point) {
    boolean writtenAgain = !savesOffsetsFirst() && durableAt(point).contains(SaveStep.RESULTS);
    return writtenAgain ? CrashOutcome.REPEATED : outcomeOf(point);
  }

  private Set<SaveStep> durableAt(FailurePoint point) {
    if (!failurePoints().contains(point)) {
      throw new IllegalArgumentException(this + " never passes " + point.key());
    }
    int durableCommits =
        switch (point) {
          case BEFORE_FIRST_COMMIT, INSIDE_TRANSACTION -> 0;
          case BETWEEN_COMMITS -> 1;
          case AFTER_LAST_COMMIT -> commits.size();
        };
    Set<SaveStep> durable = EnumSet.noneOf(SaveStep.class);
    commits.subList(0, durableCommits).forEach(commit -> durable.addAll(commit.steps()));
    return durable;
  }

  @Override
  public String toString() {
    return commits.stream().map(Commit::toString).collect(Collectors.joining(", "));
  }
}
