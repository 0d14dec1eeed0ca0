package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.EpochOffsetGuard;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.OffsetGuard;
import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/**
 * The product's commit of offsets alone: in scope batch one for all ranges, in scope partition one
 * for each of them, one after another.
 *
 * @param place where offsets are kept
 * @param scope in which they are saved
 * @param testbed where the stream is
 */
record GuardedCommits(SavePlace place, SaveScope scope, SaveTestbed testbed)
    implements OffsetSaves {

  private static final RecordedCommit RECORDED =
      new RecordedCommit(CommittedSteps.OFFSETS, DeliveryGuarantee.AT_LEAST_ONCE);

  @Override
  public String name() {
    return place.label() + ", " + scope.key();
  }

  @Override
  public Open open(StreamName stream) {
    OffsetStore offsets = place.offsets(testbed);
    StartedStream started = testbed.start(stream, offsets);
    return new Commits(
        offsets,
        place.commits(testbed, stream, scope).open(),
        new EpochOffsetGuard(started.context()),
        started.context().epoch(),
        scope,
        stream);
  }

  private record Commits(
      OffsetStore offsets,
      OffsetCommits store,
      OffsetGuard guard,
      Epoch epoch,
      SaveScope scope,
      StreamName stream)
      implements Open {

    @Override
    public void save(List<OffsetRange> batch) {
      switch (scope) {
        case BATCH -> commit(batch);
        case PARTITION -> batch.forEach(range -> commit(List.of(range)));
      }
    }

    private void commit(List<OffsetRange> ranges) {
      store.commitOffsets(open -> move(open, ranges));
    }

    private CommitDecision move(GuardedOffsets open, List<OffsetRange> ranges) {
      CommitDecision decision = guard.advance(open, ranges);
      ranges.forEach(range -> open.record(range, epoch, RECORDED));
      return decision;
    }

    @Override
    public Positions stored() {
      return offsets.nextOffsets(stream);
    }

    @Override
    public void close() {
      store.close();
      offsets.close();
    }
  }
}
