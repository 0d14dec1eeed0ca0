package io.offsetwise.domain.audit;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the history says of one offset: the entries that cover it, and those on both sides.
 *
 * @param saves entries whose range holds the offset
 * @param before entries that end last at or before it
 * @param after entries that begin after it: at least all that begin where one of {@code saves}
 *     ends, or, when there is none, where the next one begins
 */
public record Coverage(List<SavedRange> saves, List<SavedRange> before, List<SavedRange> after) {

  public Coverage {
    saves = List.copyOf(saves);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** How many results there must be: keyed ones show once, however often they were committed. */
  public long results() {
    return appended().count() + (keyed() ? 1 : 0);
  }

  /** Whether results under a natural unique key were committed. */
  public boolean keyed() {
    return results(DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE::equals).findAny().isPresent();
  }

  /** Whether a version that kept no commits of results has saved it, or may have. */
  boolean isOld(SavesOnRecord positions) {
    return saves.stream().anyMatch(Coverage::isOld)
        || (saves.isEmpty() && before.stream().allMatch(Coverage::isOld) && mayBeOld(positions));
  }

  private boolean mayBeOld(SavesOnRecord positions) {
    return !before.isEmpty() || positions == SavesOnRecord.NOT_KEPT;
  }

  /** Whether the save before this one was an older version's, which may have begun this one too. */
  boolean followsOld() {
    return !before.isEmpty() && before.stream().allMatch(Coverage::isOld);
  }

  /** Whether every commit of results here came before that of the offsets. */
  boolean resultsCameFirst() {
    return results(guarantee -> true)
        .map(SavedRange::commit)
        .flatMap(commit -> commit.stream())
        .map(RecordedCommit::guarantee)
        .noneMatch(guarantee -> guarantee.plan().savesOffsetsFirst());
  }

  /** Whether the commits of results here are none that hold offsets as well. */
  boolean resultsCameAlone() {
    return results(guarantee -> true).noneMatch(SavedRange::holdsOffsets);
  }

  /**
   * Whether all commits of results beyond {@code reads} may be: each that was not at-least-once is
   * a read of its own, and within one claim only the same range may come again.
   */
  boolean mayBeRepeated(long reads) {
    long once = results(guarantee -> !isAtLeastOnce(guarantee)).count();
    return once <= reads && sameRangeWithinEachEpoch();
  }

  private boolean sameRangeWithinEachEpoch() {
    Map<Epoch, OffsetRange> ranges = new HashMap<>();
    return appended()
        .allMatch(
            save -> {
              OffsetRange first = ranges.putIfAbsent(save.epoch(), save.range());
              return first == null || first.equals(save.range());
            });
  }

  /**
   * Whether the offset may be lost: its offsets were committed first, and are the last that their
   * epoch has committed, or were met by another attempt, which has left the results alone.
   *
   * @param positions whether saved positions are on record; otherwise the hole between two epochs
   *     is what may be lost
   * @param today the guarantee that the job runs under now
   */
  boolean mayBeLost(SavesOnRecord positions, DeliveryGuarantee today) {
    if (!saves.isEmpty()) {
      return saves.stream()
          .allMatch(save -> isAtMostOnce(save) && (isLeftAlone(save) || !goesOn(save)));
    }
    return positions == SavesOnRecord.NOT_KEPT && liesBetweenEpochs() && mayBeAtMostOnce(today);
  }

  private boolean isLeftAlone(SavedRange save) {
    return saves.stream()
        .filter(other -> other.epoch().equals(save.epoch()))
        .anyMatch(SavedRange::leavesResultsAlone);
  }

  private boolean goesOn(SavedRange save) {
    return after.stream()
        .anyMatch(
            later ->
                later.epoch().equals(save.epoch()) && later.range().from() >= save.range().until());
  }

  private boolean liesBetweenEpochs() {
    Set<Epoch> earlier = before.stream().map(SavedRange::epoch).collect(Collectors.toSet());
    return after.stream().map(SavedRange::epoch).noneMatch(earlier::contains);
  }

  private boolean mayBeAtMostOnce(DeliveryGuarantee today) {
    return today == DeliveryGuarantee.AT_MOST_ONCE
        || Stream.concat(before.stream(), after.stream()).anyMatch(Coverage::isAtMostOnce);
  }

  private Stream<SavedRange> appended() {
    return results(guarantee -> guarantee != DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE);
  }

  private Stream<SavedRange> results(Predicate<DeliveryGuarantee> wanted) {
    return saves.stream()
        .filter(SavedRange::holdsResults)
        .filter(save -> save.commit().map(RecordedCommit::guarantee).filter(wanted).isPresent());
  }

  private static boolean isAtLeastOnce(DeliveryGuarantee guarantee) {
    return guarantee == DeliveryGuarantee.AT_LEAST_ONCE
        || guarantee == DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE;
  }

  private static boolean isAtMostOnce(SavedRange save) {
    return save.commit()
        .filter(commit -> commit.guarantee() == DeliveryGuarantee.AT_MOST_ONCE)
        .isPresent();
  }

  private static boolean isOld(SavedRange save) {
    return save.commit().isEmpty();
  }
}
