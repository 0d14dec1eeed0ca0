package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A database beside positions that are kept elsewhere: the commits of results alone are on record
 * here.
 *
 * @param store keeps more than that
 * @param <R> how its results are read
 */
record ResultsOnRecord<R>(AuditedStore<R> store) implements AuditedStore<R> {

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    return store.atOneInstant(
        stream ->
            work.apply(
                new AuditedStream<>(new WithoutPositions(stream.offsets()), stream.results())));
  }

  private record WithoutPositions(AuditedOffsets all) implements AuditedOffsets {

    @Override
    public List<StoredPosition> positions() {
      return List.of();
    }

    @Override
    public List<StoredPosition> starts() {
      return all.starts();
    }

    @Override
    public List<AcceptedGap> gaps() {
      return all.gaps();
    }

    @Override
    public List<PositionReset> resets() {
      return all.resets();
    }

    @Override
    public Optional<Iterator<SavedRange>> saves() {
      return Optional.empty();
    }

    @Override
    public Iterator<SavedRange> commits() {
      return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all.commits(), 0), false)
          .filter(save -> save.holdsResults() || save.leavesResultsAlone())
          .iterator();
    }
  }
}
