package io.offsetwise.domain.guarantee;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commits of a save, in their order: a delivery guarantee as data.
 *
 * <p>Runs on driver and executors; immutable.
 *
 * @param commits one or two commits; together they save results once, and offsets once unless the
 *     engine keeps them
 */
public record SavePlan(List<Commit> commits) implements Serializable {

  public SavePlan {
    commits = List.copyOf(commits);
    List<SaveStep> steps = commits.stream().flatMap(commit -> commit.steps().stream()).toList();
    long offsets = steps.stream().filter(SaveStep.OFFSETS::equals).count();
    if (offsets > 1 || steps.size() - offsets != 1) {
      throw new IllegalArgumentException(
          "a plan saves results once, and offsets at most once: " + commits);
    }
  }

  /** A plan of these commits, in this order. */
  public static SavePlan of(Commit... commits) {
    return new SavePlan(List.of(commits));
  }

  /**
   * The same results without the offsets, which the engine saves by itself. A plan that needs both
   * in one transaction has no such form.
   *
   * @throws IllegalStateException when one transaction saves both
   */
  SavePlan withoutOffsets() {
    if (savesTogether()) {
      throw new IllegalStateException(this + " cannot leave its offsets to somebody else");
    }
    return new SavePlan(
        commits.stream().filter(commit -> !commit.steps().contains(SaveStep.OFFSETS)).toList());
  }

  /** Whether the job saves offsets; otherwise the engine does, and reads whole batches again. */
  public boolean savesOffsets() {
    return commits.stream().anyMatch(commit -> commit.steps().contains(SaveStep.OFFSETS));
  }

  /** Whether the first commit saves the offsets, alone or together with the results. */
  public boolean savesOffsetsFirst() {
    return commits.get(0).steps().contains(SaveStep.OFFSETS);
  }

  /**
   * The commit of results that follows the one of the offsets. An attempt that finds the offsets
   * saved does not know whether it was made, and must not make it.
   */
  public Optional<Commit> resultsAfterOffsets() {
    return savesOffsetsFirst() ? commits.stream().skip(1).findFirst() : Optional.empty();
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
   * The point at which a save is half done: it tells one guarantee from another. Nothing is durable
   * before it, and everything after it.
   */
  public FailurePoint midSave() {
    if (savesTogether()) {
      return FailurePoint.INSIDE_TRANSACTION;
    }
    return savesOffsets() ? FailurePoint.BETWEEN_COMMITS : FailurePoint.AFTER_LAST_COMMIT;
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

  /**
   * What a crash, followed by a restart, makes of a range of the same batch that had been saved
   * before: another partition's, in scope partition.
   */
  public CrashOutcome outcomeOfEarlierSaves() {
    return outcomeOf(FailurePoint.AFTER_LAST_COMMIT);
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
