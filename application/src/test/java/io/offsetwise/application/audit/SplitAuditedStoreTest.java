package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeAuditedStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever the positions seen stand for has its results in the later look. */
class SplitAuditedStoreTest {

  private static final StreamName STREAM = new StreamName("stream");

  private final List<String> looks = new ArrayList<>();

  @Test
  void offsetsAreLookedAtFirst() {
    FakeDatabase ofResults = new FakeDatabase();
    ofResults.addResult("a-0@1");
    AuditedStore<List<String>> split =
        new SplitAuditedStore<>(
            new Looked("offsets", new FakeDatabase()), new Looked("results", ofResults));

    List<String> seen = split.atOneInstant(AuditedStream::results);

    assertThat(looks).containsExactly("offsets", "results");
    assertThat(seen).containsExactly("a-0@1");
  }

  private final class Looked implements AuditedStore<List<String>> {

    private final String name;
    private final AuditedStore<List<String>> store;

    Looked(String name, FakeDatabase database) {
      this.name = name;
      this.store = new FakeAuditedStore<>(database, STREAM, Function.identity());
    }

    @Override
    public <T> T atOneInstant(Function<AuditedStream<List<String>>, T> work) {
      looks.add(name);
      return store.atOneInstant(work);
    }
  }
}
