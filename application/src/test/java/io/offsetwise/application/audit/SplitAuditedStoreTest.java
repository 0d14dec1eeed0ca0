package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeAuditedStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is committed last is looked at first. */
class SplitAuditedStoreTest {

  private static final StreamName STREAM = new StreamName("stream");

  private final List<String> looks = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE, results, offsets",
    "AT_LEAST_ONCE, offsets, results",
    "IDEMPOTENT_EXACTLY_ONCE, offsets, results"
  })
  void theLooksComeAgainstTheOrderOfTheCommits(
      DeliveryGuarantee guarantee, String first, String second) {
    FakeDatabase ofResults = new FakeDatabase();
    ofResults.addResult("a-0@1");
    AuditedStore<List<String>> split =
        new SplitAuditedStore<>(
            guarantee.plan(),
            new Looked("offsets", new FakeDatabase()),
            new Looked("results", ofResults));

    List<String> seen = split.atOneInstant(AuditedStream::results);

    assertThat(looks).containsExactly(first, second);
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
