package io.offsetwise.adapters.storage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.AuditedStream;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StreamName;
import org.junit.jupiter.api.Test;

class JdbiAuditedStoreTest {

  @Test
  void aDatabaseThatNoJobHasEverUsedIsNoDamagedOne() {
    try (TestDatabase empty = new TestDatabase(TestDatabase.empty())) {
      AuditedStore<String> audited =
          new JdbiAuditedStore<>(
              new StreamName("wallet"), empty.connections(), (handle, stream) -> "unread");

      assertThat(Stops.of(() -> audited.atOneInstant(AuditedStream::results)))
          .hasMessageStartingWith("stream wallet is not stored here, because no stream is: ")
          .returns(StopReason.UNAVAILABLE, StoppedException::reason);
    }
  }
}
