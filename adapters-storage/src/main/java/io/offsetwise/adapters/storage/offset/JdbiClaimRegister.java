package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.Optional;

/**
 * The claims of streams in the database of their results.
 *
 * @param connections of a database with the schema part {@code OFFSETS}; they stay open
 */
public record JdbiClaimRegister(JdbcConnections connections) implements ClaimRegister {

  public JdbiClaimRegister {
    Objects.requireNonNull(connections, "connections");
  }

  @Override
  public boolean remembers(StreamName stream) {
    return connections.inTransaction(handle -> new StreamClaimTable(handle, stream).remembers());
  }

  @Override
  public Positions reached(StreamName stream) {
    return connections.inTransaction(handle -> new ReachedOffsets(handle, stream).read());
  }

  @Override
  public Optional<RecordedClaim> last(StreamName stream) {
    return connections.inTransaction(handle -> new StreamClaimTable(handle, stream).last());
  }

  @Override
  public boolean add(StreamName stream, RecordedClaim claim) {
    return connections.inTransaction(handle -> new StreamClaimTable(handle, stream).add(claim));
  }
}
