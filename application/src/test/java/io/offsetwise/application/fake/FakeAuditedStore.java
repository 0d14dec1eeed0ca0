package io.offsetwise.application.fake;

import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.AuditedStream;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.function.Function;

/**
 * A stream in a database in memory, as it is at one instant.
 *
 * @param database holds it
 * @param stream which one
 * @param results how the keys of its results are read
 * @param <R> the same
 */
public record FakeAuditedStore<R>(
    FakeDatabase database, StreamName stream, Function<List<String>, R> results)
    implements AuditedStore<R> {

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    FakeSnapshot snapshot = database.snapshot(stream);
    return work.apply(new AuditedStream<>(snapshot, results.apply(snapshot.results())));
  }
}
