package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestArrival;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job declares is held against what its migrations have made, before a stream starts. */
class DeclaredTablesTest {

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void tablesAsDeclaredAreFine() {
    assertThatCode(() -> require(TestTables.ALL)).doesNotThrowAnyException();
    assertThatCode(() -> require(ResultTables.of(TestTables.COUNTS))).doesNotThrowAnyException();
    assertThatCode(() -> require(ResultTables.of(TestTables.ARRIVALS))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE test_entry ALTER COLUMN account SET DATA TYPE VARCHAR(99)"
            + " | table test_entry has no column account TEXT(100)",
        "ALTER TABLE test_entry DROP COLUMN amount | table test_entry has no column amount BIGINT",
        "ALTER TABLE test_entry ALTER COLUMN amount SET DATA TYPE INTEGER"
            + " | table test_entry has no column amount BIGINT",
        "ALTER TABLE test_total ALTER COLUMN amount SET DATA TYPE NUMERIC(37)"
            + " | table test_total has no column amount SUM",
        "ALTER TABLE test_entry ALTER COLUMN natural_key SET DATA TYPE VARCHAR(99)"
            + " | table test_entry has no column natural_key TEXT(100)",
        "ALTER TABLE test_entry ADD COLUMN other INTEGER NOT NULL"
            + " | table test_entry needs a value in column other, which is not declared",
        "DROP TABLE test_total; CREATE TABLE test_total (stream_name VARCHAR(200), account VARCHAR(100),"
            + " amount NUMERIC(38))"
            + " | table test_total has no primary key and no unique constraint of exactly"
            + " [stream_name, account]",
        "DROP TABLE test_total | there is no table test_total"
      })
  void whatDiffersIsNamed(String change, String difference) {
    database.execute(change);

    StoppedException stop = Stops.of(() -> require(TestTables.ALL));

    assertThat(stop.reason()).isEqualTo(StopReason.SCHEMA_VERSION);
    assertThat(stop).hasMessageContaining(difference + ". They were probably changed by hand");
  }

  /** What others have added does no harm as long as a row need not name it. */
  @ParameterizedTest
  @CsvSource({"INTEGER", "INTEGER DEFAULT 7 NOT NULL", "INTEGER GENERATED ALWAYS AS IDENTITY"})
  void moreColumnsThanDeclaredAreFine(String type) {
    database.execute("ALTER TABLE test_total ADD COLUMN other " + type);

    assertThatCode(() -> require(TestTables.ALL)).doesNotThrowAnyException();
  }

  /** A wider key would let rows through that a narrower one keeps out. */
  @Test
  void aKeyOfOtherColumnsIsNone() {
    ResultTable<TestArrival> wider =
        TestTables.ARRIVALS.keyedBy(
            Column.TOPIC.name(), Column.PARTITION.name(), Column.OFFSET.name(), "note");

    assertThat(Stops.of(() -> require(ResultTables.of(wider))))
        .hasMessageContaining("table test_arrival has no primary key and no unique constraint");
  }

  private void require(ResultTables<?> tables) {
    new DeclaredTables(database.connections()).require(tables);
  }
}
