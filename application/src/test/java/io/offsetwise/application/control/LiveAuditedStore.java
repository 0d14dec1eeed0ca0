package io.offsetwise.application.control;

import io.offsetwise.application.audit.AuditedOffsets;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.AuditedStream;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads each part when it is asked for, and so each as it is at another instant. */
record LiveAuditedStore(FakeDatabase database, StreamName stream)
    implements AuditedStore<Supplier<List<String>>>, AuditedOffsets {

  @Override
  public <T> T atOneInstant(Function<AuditedStream<Supplier<List<String>>>, T> work) {
    return work.apply(new AuditedStream<>(this, database::results));
  }

  @Override
  public List<StoredPosition> positions() {
    return database.snapshot(stream).positions();
  }

  @Override
  public List<StoredPosition> starts() {
    return database.starts(stream);
  }

  @Override
  public List<AcceptedGap> gaps() {
    return database.gaps(stream);
  }

  @Override
  public List<PositionReset> resets() {
    return database.resets(stream);
  }

  @Override
  public Optional<Iterator<SavedRange>> saves() {
    return Optional.of(
        database.history(stream).stream().filter(SavedRange::holdsOffsets).iterator());
  }

  @Override
  public Iterator<SavedRange> commits() {
    return database.snapshot(stream).commits();
  }
}
