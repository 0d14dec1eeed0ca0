package io.offsetwise.application.fake;

import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The claims on record in a database in memory.
 *
 * @param database keeps them
 */
public record FakeClaimRegister(FakeDatabase database) implements ClaimRegister {

  @Override
  public boolean remembers(StreamName stream) {
    return !database.claims(stream).isEmpty()
        || !database.starts(stream).isEmpty()
        || !database.positions(stream).isEmpty();
  }

  @Override
  public Positions reached(StreamName stream) {
    Map<TopicPartition, Long> reached = new HashMap<>();
    database.history(stream).stream()
        .filter(SavedRange::holdsResults)
        .map(SavedRange::range)
        .forEach(range -> reached.merge(range.topicPartition(), range.until(), Math::max));
    database
        .resets(stream)
        .forEach(reset -> further(reached, reset.partition(), OptionalLong.of(reset.after())));
    database.gaps(stream).forEach(gap -> further(reached, gap.partition(), gap.resumed()));
    return Positions.of(reached);
  }

  private static void further(
      Map<TopicPartition, Long> reached, TopicPartition partition, OptionalLong offset) {
    reached.computeIfPresent(partition, (any, before) -> Math.max(before, offset.orElse(before)));
  }

  @Override
  public Optional<RecordedClaim> last(StreamName stream) {
    return database.claims(stream).stream().reduce((older, newer) -> newer);
  }

  @Override
  public boolean add(StreamName stream, RecordedClaim claim) {
    return database.addClaim(stream, claim);
  }
}
