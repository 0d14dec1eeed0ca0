package io.offsetwise.application.administration;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PlannedReset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Moves the positions of a stream in one storage, between two runs of its job. */
public final class ResetOffsets {

  private final StreamName stream;
  private final OffsetStore offsets;
  private final ResetPlanner planner;
  private final DrivenStream driven;

  /**
   * Resets of {@code stream}.
   *
   * @param topics that its job reads
   * @param offsets the storage to write to
   */
  public ResetOffsets(
      StreamName stream,
      Set<String> topics,
      OffsetStore offsets,
      SourceLog log,
      StreamPresence presence) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.offsets = Objects.requireNonNull(offsets, "offsets");
    this.planner = new ResetPlanner(stream, topics, log);
    this.driven = new DrivenStream(stream, presence);
  }

  /**
   * What would be done now. Claims nothing and writes nothing.
   *
   * @return every partition in the scope, sorted
   * @throws StoppedException with reason {@code UNAVAILABLE} when the scope names what is not
   *     there, or when log or storage cannot be reached
   */
  public List<PlannedReset> plan(ResetRequest request) {
    return planner.plan(request, offsets.positions(stream));
  }

  /** Why it would be refused now: one sentence; empty when nothing is in the way. */
  public Optional<String> objection() {
    return driven.objection().or(this::owner);
  }

  private Optional<String> owner() {
    try {
      offsets.requireOwn(stream);
      return Optional.empty();
    } catch (StoppedException refused) {
      if (refused.reason() == StopReason.IMPOSSIBLE) {
        return Optional.of(refused.getMessage());
      }
      throw refused;
    }
  }

  /**
   * Does it: claims the stream, so that every driver is fenced, and writes what the positions at
   * that moment lead to. All that can fail before that is tried before.
   *
   * @param by who asks, for the record
   * @throws StoppedException as {@link #plan}; with reason {@code IMPOSSIBLE} while a driver lives,
   *     when somebody else uses the place of the positions, or has moved one that the scope leaves
   *     out; {@code FENCED} when a driver has started meanwhile
   */
  public AppliedReset execute(ResetRequest request, String by) {
    List<PlannedReset> planned = plan(request);
    driven.requireNobody();
    offsets.requireOwn(stream);
    ForeignPositions foreign = ForeignPositions.of(stream, offsets);
    foreign.requireNoneBeside(planned.stream().map(PlannedReset::partition).toList());
    Claim claim = offsets.claim(stream);
    List<PlannedReset> resets = planner.plan(request, claim.positions());
    StartChange change = change(resets, foreign, request.option(), by, claim.epoch());
    if (!change.isEmpty()) {
      offsets.begin(stream, claim.epoch(), change);
    }
    return new AppliedReset(claim.epoch(), resets);
  }

  private static StartChange change(
      List<PlannedReset> resets, ForeignPositions foreign, String option, String by, Epoch epoch) {
    List<PlannedReset> changes =
        resets.stream()
            .filter(reset -> reset.isChange() || foreign.holds(reset.partition()))
            .toList();
    return new StartChange(
        changes.stream().map(reset -> reset.stored(epoch)).toList(),
        List.of(),
        changes.stream().flatMap(reset -> reset.before().harm().stream()).toList(),
        changes.stream().map(reset -> foreign.record(reset, option, by, epoch)).toList());
  }
}
