package io.offsetwise.adapters.storage.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.save.EpochOffsetGuard;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.SaveCoordinator;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A transactional save as somebody sees it who looks from another connection, in one statement,
 * again and again while it is under way: the results are those of the records before the position.
 */
class ObservedSaveTest {

  private static final StreamName STREAM = new StreamName("observed");
  private static final TopicId ID = new TopicId("id");
  private static final TopicPartition PARTITION = new TopicPartition("a", 0);
  private static final long RECORDS = 10;

  private static final ResultWriters<TestRow> RIGHT = TestTables.APPENDING;

  @AutoClose private final TestDatabase database = TestDatabase.create();

  /** Results more than the position stands for; negative when there are fewer. */
  private final Set<Long> surpluses = new HashSet<>();

  @Test
  void resultsAndPositionAreSeenTogether() {
    save(RIGHT);

    assertThat(surpluses).containsExactly(0L);
    assertThat(database.number("SELECT COUNT(*) FROM test_entry")).isEqualTo(2 * RECORDS);
  }

  @Test
  void resultsOnAnotherConnectionAreSeenTooEarly() {
    save(
        (handle, stream) ->
            results ->
                database
                    .connections()
                    .inTransaction(
                        own -> {
                          RIGHT.in(own, stream).write(results);
                          return stream;
                        }));

    assertThat(surpluses).contains(RECORDS);
  }

  @Test
  void thePositionIsSeenTooEarlyWhenItIsCommittedByItself() {
    save(
        (handle, stream) ->
            results -> {
              commitWhatIsThere(handle);
              RIGHT.in(handle, stream).write(results);
            });

    assertThat(surpluses).contains(-RECORDS);
  }

  /** Saves two batches and looks on. */
  private void save(ResultWriters<TestRow> writers) {
    SaveContext context = begun();
    SaveCoordinator<TestRow> coordinator =
        new SaveCoordinator<>(
            context,
            new JdbiCommitStore<>(STREAM, database.connections(), writers),
            new EpochOffsetGuard(context),
            ranges -> {},
            (point, ranges) -> look());
    for (long from = 0; from < 2 * RECORDS; from += RECORDS) {
      OffsetRange range = new OffsetRange(PARTITION, from, from + RECORDS);
      coordinator.save(
          BatchRanges.of(range),
          holding -> transaction -> transaction.results().writeAll(observed(range)));
    }
  }

  private Iterator<TestRow> observed(OffsetRange range) {
    return LongStream.range(range.from(), range.until())
        .peek(offset -> look())
        .<TestRow>mapToObj(ObservedSaveTest::entry)
        .iterator();
  }

  private SaveContext begun() {
    return new SaveContext(
        STREAM,
        DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan(),
        database.begin(STREAM, ID, List.of(PARTITION)),
        Map.of(PARTITION.topic(), ID));
  }

  private void look() {
    surpluses.add(
        database.number(
            "SELECT (SELECT COUNT(*) FROM test_entry)"
                + " - (SELECT SUM(next_offset) FROM stream_offset)"));
  }

  private static TestEntry entry(long offset) {
    return new TestEntry(
        "id-" + offset, "wallet", 1, PARTITION.topic(), PARTITION.partition(), offset);
  }

  private static void commitWhatIsThere(Handle handle) {
    try {
      handle.getConnection().commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
