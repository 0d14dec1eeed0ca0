package io.offsetwise.application.fake;

import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;

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
  public Optional<RecordedClaim> last(StreamName stream) {
    return database.claims(stream).stream().reduce((older, newer) -> newer);
  }

  @Override
  public boolean add(StreamName stream, RecordedClaim claim) {
    return database.addClaim(stream, claim);
  }
}
