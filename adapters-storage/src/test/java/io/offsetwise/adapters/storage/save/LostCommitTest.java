package io.offsetwise.adapters.storage.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.adapters.storage.fixture.ProxiedDatabase;
import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.fake.FakeTime;
import io.offsetwise.application.save.BatchRetry;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.ReadBatch;
import io.offsetwise.application.save.ReadResults;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.wire.CommitLoss;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is lost at a commit, on a real database: the save is made again. */
@Timeout(60)
class LostCommitTest {

  private static final TopicId ID = new TopicId("id");
  private static final OffsetRange RANGE = new OffsetRange(new TopicPartition("a", 0), 0, 2);

  private static final String POSITION =
      "SELECT next_offset FROM stream_offset WHERE stream_name = ?";
  private static final String ENTRIES = "SELECT COUNT(*) FROM test_entry WHERE entry_key LIKE ?";

  @TempDir private static Path folder;
  private static ProxiedDatabase database;

  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    database = ProxiedDatabase.in(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  static Stream<Arguments> losses() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                IntStream.range(0, guarantee.plan().commits().size())
                    .boxed()
                    .flatMap(
                        commit ->
                            Arrays.stream(CommitLoss.values())
                                .map(loss -> arguments(guarantee, commit, loss))));
  }

  @ParameterizedTest(name = "{0}, commit {1}, {2}")
  @MethodSource("losses")
  void whatIsStoredIsWhatThePlanPredictsOfARetry(
      DeliveryGuarantee guarantee, int commit, CommitLoss loss) {
    StreamName stream = new StreamName(guarantee.key() + "-" + commit + "-" + loss);
    Epoch epoch = database.direct().begin(stream, ID, List.of(RANGE.topicPartition()));
    int lostBefore = database.proxy().lost();
    database.proxy().lose(loss, commit);

    save(stream, epoch, guarantee);

    assertThat(database.proxy().lost()).isEqualTo(lostBefore + 1);
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("was lost during a commit", "nobody knows whether the commit is durable");
    assertThat(database.direct().number(POSITION, stream.value())).isEqualTo(RANGE.until());
    // What nobody waits for may come after the retry.
    long predicted = entries(loss.outcomeOfRetry(guarantee.plan(), commit));
    await().untilAsserted(() -> assertThat(entriesOf(stream)).isEqualTo(predicted));
  }

  private static long entries(CrashOutcome outcome) {
    return switch (outcome) {
      case LOST -> 0;
      case INTACT -> RANGE.length();
      case REPEATED -> 2 * RANGE.length();
    };
  }

  private static long entriesOf(StreamName stream) {
    return database.direct().number(ENTRIES, stream.value() + "@%");
  }

  private void save(StreamName stream, Epoch epoch, DeliveryGuarantee guarantee) {
    SavePlan plan = guarantee.plan();
    Saver<TestRow> saver =
        new Saver<>(
            new SaveContext(stream, plan, epoch, Map.of("a", ID)),
            new JdbcStoreProvider<>(
                stream, database.client(), TestTables.writers(TestTables.ALL, guarantee)),
            SameTopics::new,
            new StandardDefences(),
            FailurePoints.NONE);
    BatchRetry retry =
        new BatchRetry(new RetryBound(5, Duration.ofMinutes(1)), new FakeTime(), warnings::add);
    retry.untilSaved(
        () -> {
          saver.save(BatchRanges.of(RANGE), holding -> results(stream));
          return RANGE.length();
        });
  }

  private static ReadResults<TestRow> results(StreamName stream) {
    return new ReadBatch<>(
        Stream.of(0, 1)
            .<TestRow>map(
                offset -> new TestEntry(stream + "@" + offset, "account", 1, "a", 0, offset))
            .toList(),
        List.of(),
        Map.of());
  }

  private record SameTopics() implements TopicIdentity {

    @Override
    public TopicId idOf(String topic) {
      return ID;
    }

    @Override
    public void close() {}
  }
}
