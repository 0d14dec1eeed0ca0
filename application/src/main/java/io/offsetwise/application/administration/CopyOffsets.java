package io.offsetwise.application.administration;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Takes the positions of a stream, with the ids of their topics, from one storage to another. What
 * was copied from is removed there: nobody is to go on with it later, when it is long out of date.
 */
public final class CopyOffsets {

  private final StoragesOfStream stream;
  private final ClaimRegister claims;
  private final DrivenStream driven;

  /**
   * Copies between the storages of {@code stream}.
   *
   * @param claims keeps on record where the stream lives from then on
   */
  public CopyOffsets(StoragesOfStream stream, ClaimRegister claims, StreamPresence presence) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.claims = Objects.requireNonNull(claims, "claims");
    this.driven = new DrivenStream(stream.stream(), presence);
  }

  /**
   * What would be written now. Claims nothing and writes nothing.
   *
   * @return every partition that has a position in {@code from}, sorted
   * @throws StoppedException with reason {@code IMPOSSIBLE} when the two are one or share their
   *     rows, {@code UNAVAILABLE} when {@code from} has no positions or a storage cannot be reached
   */
  public List<CopiedPosition> plan(OffsetStorage from, OffsetStorage to) {
    requireTwo(from, to);
    return copies(positions(from), stream.in(to).offsets().positions(stream.stream()));
  }

  /**
   * Does it. Both storages are claimed: a driver that nobody has seen is fenced at its next save in
   * either of them. First the positions are written, then it is put on record that the stream is
   * saved there, last {@code from} is emptied; whatever this ends in between, the stream goes on in
   * the place that is on record, and the copy may be made again.
   *
   * @param overwriting what becomes of positions that {@code to} has already
   * @param by who asks, for the record
   * @return what was written, under which claim
   * @throws StoppedException as {@link #plan}; with reason {@code IMPOSSIBLE} while a driver lives,
   *     when somebody else uses one of the places, when {@code to} has positions that must not be
   *     replaced, when somebody else has moved positions in {@code from}, or when the stream was
   *     last saved in another place than {@code from}
   */
  public CopiedOffsets execute(
      OffsetStorage from, OffsetStorage to, Overwriting overwriting, String by) {
    List<CopiedPosition> planned = plan(from, to);
    if (overwriting == Overwriting.REFUSED) {
      requireReplaceable(to, planned);
      requireInUse(from, planned);
      ForeignPositions.of(stream.stream(), stream.in(from).offsets()).requireNoneBeside(List.of());
    }
    driven.requireNobody();
    stream.in(from).offsets().requireOwn(stream.stream());
    stream.in(to).offsets().requireOwn(stream.stream());
    Claim source = stream.in(from).offsets().claim(stream.stream());
    Claim target = stream.in(to).offsets().claim(stream.stream());
    List<CopiedPosition> copies = copies(source.positions(), target.positions());
    String option = "copy --from " + from.key() + " --to " + to.key();
    stream
        .in(to)
        .offsets()
        .begin(stream.stream(), target.epoch(), change(copies, option, by, target.epoch()));
    record(target.epoch(), stream.in(from), stream.in(to), option + ", by " + by);
    stream.in(from).offsets().begin(stream.stream(), source.epoch(), removal(source));
    return new CopiedOffsets(target.epoch(), copies);
  }

  private void record(Epoch epoch, StorageOfStream from, StorageOfStream to, String copy) {
    Optional<RecordedClaim> last = claims.last(stream.stream());
    while (!claims.add(stream.stream(), next(last, epoch, from, to, copy))) {
      last = claims.last(stream.stream());
    }
  }

  private static RecordedClaim next(
      Optional<RecordedClaim> last,
      Epoch epoch,
      StorageOfStream from,
      StorageOfStream to,
      String copy) {
    StreamSaving before = last.map(RecordedClaim::saving).orElse(from.saving());
    return RecordedClaim.after(last, epoch, before.withOffsetsOf(to.saving()), copy);
  }

  private static StartChange removal(Claim source) {
    return new StartChange(List.of(), List.copyOf(source.positions().keySet()), List.of());
  }

  private Map<TopicPartition, StoredPosition> positions(OffsetStorage from) {
    Map<TopicPartition, StoredPosition> positions =
        stream.in(from).offsets().positions(stream.stream());
    if (positions.isEmpty()) {
      throw StopReason.UNAVAILABLE.because(
          "stream %s has no positions in the storage %s: it has probably never run with them; there"
              + " is nothing to copy",
          stream.stream(), from.key());
    }
    return positions;
  }

  private static List<CopiedPosition> copies(
      Map<TopicPartition, StoredPosition> from, Map<TopicPartition, StoredPosition> to) {
    return new TreeMap<>(from)
        .values().stream().map(row -> new CopiedPosition(row, nextOffset(to, row))).toList();
  }

  private static OptionalLong nextOffset(
      Map<TopicPartition, StoredPosition> to, StoredPosition copied) {
    StoredPosition replaced = to.get(copied.topicPartition());
    return replaced == null ? OptionalLong.empty() : OptionalLong.of(replaced.nextOffset());
  }

  private static StartChange change(
      Collection<CopiedPosition> copies, String option, String by, Epoch epoch) {
    return new StartChange(
        copies.stream().map(copy -> copy.written(epoch)).toList(),
        List.of(),
        List.of(),
        copies.stream()
            .filter(CopiedPosition::isChange)
            .map(
                copy ->
                    new PositionReset(
                        copy.copied().topicPartition(),
                        copy.replaced(),
                        copy.copied().nextOffset(),
                        option,
                        by,
                        epoch))
            .toList());
  }

  private static void requireTwo(OffsetStorage from, OffsetStorage to) {
    if (from == to) {
      throw StopReason.IMPOSSIBLE.because(
          "positions cannot be copied from %s to itself; name another storage", from.key());
    }
    if (from.sharesRowsWith(to)) {
      throw StopReason.IMPOSSIBLE.because(
          "positions need not be copied from %s to %s: both keep them in the same rows; set"
              + " offsets.storage = %s, and the job goes on where it was",
          from.key(), to.key(), to.key());
    }
  }

  /** A copy that is made again changes nothing, and may come from where the stream was. */
  private void requireInUse(OffsetStorage from, List<CopiedPosition> copies) {
    StreamSaving source = stream.in(from).saving();
    claims
        .last(stream.stream())
        .map(RecordedClaim::saving)
        .filter(last -> !last.sharesRowsWith(source))
        .filter(last -> copies.stream().anyMatch(CopiedPosition::isChange))
        .ifPresent(
            last -> {
              throw StopReason.IMPOSSIBLE.because(
                  """
                  stream %s was last saved with its offsets in %s, not in %s: what is stored there \
                  is probably out of date, so that records would be read again; copy from where \
                  the stream is, or give --force""",
                  stream.stream(), last.offsets(), source.offsets());
            });
  }

  private void requireReplaceable(OffsetStorage to, List<CopiedPosition> copies) {
    List<TopicPartition> replaced =
        copies.stream()
            .filter(copy -> copy.isChange() && copy.replaced().isPresent())
            .map(copy -> copy.copied().topicPartition())
            .toList();
    if (!replaced.isEmpty()) {
      throw StopReason.IMPOSSIBLE.because(
          "stream %s has other positions in the storage %s already, of %s: the job has probably run"
              + " with them; look at `offsets describe`, and give --force to replace them",
          stream.stream(), to.key(), replaced);
    }
  }
}
