package io.offsetwise.adapters.storage.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a long history does not walk through all of it. */
class HistoryIndexTest {

  private static final String LONG_HISTORY =
      "INSERT INTO offset_history"
          + " (stream_name, topic_name, partition_number, from_offset, until_offset, epoch)"
          + " SELECT 'wallet', 'payments', MOD(number, 50), number, number + 1, 1 FROM ";

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @BeforeEach
  void fill() {
    database
        .connections()
        .inTransaction(
            handle ->
                handle.execute(LONG_HISTORY + TestDatabase.numbersUntil(5000))
                    + handle.execute("ANALYZE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LastSaves.LAST,
        PartitionEvents.SAVES + PartitionEvents.NEWEST_FIRST + " FETCH FIRST 20 ROWS ONLY",
        PartitionEvents.SAVES + PartitionEvents.OF_OFFSET
      })
  void eachQuestionGoesThroughTheIndexOfPartitions(String query) {
    assertThat(planOf(query)).containsIgnoringCase("offset_history_by_partition");
  }

  @ParameterizedTest
  @ValueSource(strings = LastSaves.LAST)
  void theLastSaveIsFoundWithoutSorting(String query) {
    assertThat(planOf(query))
        .matches(plan -> plan.contains("index sorted") || !plan.contains("Sort"), "not sorted");
  }

  private String planOf(String query) {
    return database
        .connections()
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        "EXPLAIN "
                            + query
                                .replace(":stream", "'wallet'")
                                .replace(":topic", "'payments'")
                                .replace(":partition", "7")
                                .replace(":offset", "100"))
                    .mapTo(String.class)
                    .collect(Collectors.joining(" ")));
  }
}
