package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.contract.BatchOffsetsContract;
import io.offsetwise.application.contract.OffsetsFixture;
import io.offsetwise.application.contract.TravellingOffsetsContract;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.offset.StreamName;
import org.junit.jupiter.api.Nested;

/** A database that keeps offsets and no results guards them as one that keeps both. */
class OffsetsAloneTest {

  @Nested
  class Commits extends BatchOffsetsContract<OffsetsFixture> {
    @Override
    protected OffsetsFixture fixture() {
      return new OffsetsAlone(TestDatabase.create());
    }
  }

  @Nested
  class Providers extends TravellingOffsetsContract<OffsetsFixture> {
    @Override
    protected OffsetsFixture fixture() {
      return new OffsetsAlone(TestDatabase.create());
    }
  }

  private record OffsetsAlone(TestDatabase database) implements OffsetsFixture {

    @Override
    public OffsetStore offsets() {
      return new JdbiOffsetStore(database.connections());
    }

    @Override
    public StoreProvider<OffsetCommits> commits(StreamName stream) {
      return new JdbcOffsetProvider(stream, database.settings());
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
