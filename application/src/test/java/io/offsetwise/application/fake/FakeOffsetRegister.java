package io.offsetwise.application.fake;

import io.offsetwise.application.fake.FakeDatabase.OfStream;
import io.offsetwise.application.resume.OffsetRegister;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;

/**
 * The register of a database in memory, for stores that keep positions elsewhere.
 *
 * @param database keeps it
 */
public record FakeOffsetRegister(FakeDatabase database) implements OffsetRegister {

  @Override
  public void enter(
      StreamName stream,
      Epoch epoch,
      List<StoredPosition> begun,
      List<HarmfulFinding> gaps,
      List<PositionReset> resets) {
    FakeTransaction transaction = database.begin();
    begun.forEach(
        row -> database.append(transaction, database.starts, new OfStream<>(stream.value(), row)));
    gaps.forEach(
        gap ->
            database.append(
                transaction,
                database.gaps,
                new OfStream<>(
                    stream.value(),
                    new AcceptedGap(
                        gap.partition(), gap.startCase(), gap.stored(), gap.readFrom(), epoch))));
    resets.forEach(
        reset ->
            database.append(transaction, database.resets, new OfStream<>(stream.value(), reset)));
    transaction.commit();
  }

  @Override
  public Positions reached(StreamName stream) {
    return new FakeClaimRegister(database).reached(stream);
  }

  @Override
  public List<StoredPosition> starts(StreamName stream) {
    return database.starts(stream);
  }

  @Override
  public void close() {}
}
