package io.offsetwise.adapters.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {

  private JdbcSettings settings;
  private JdbcConnections eyes;

  @BeforeEach
  void openDatabase() {
    settings = TestDatabase.emptyInMemory();
    eyes = settings.open();
  }

  @AfterEach
  void dropDatabase() {
    execute("DROP ALL OBJECTS");
    eyes.close();
  }

  @Test
  void eachPartHasTablesAndAHistoryOfItsOwn() {
    migrate(SchemaPart.OFFSETS);
    assertThat(tables())
        .contains("STREAM_OWNER", "STREAM_OFFSET", "OFFSET_HISTORY", "OFFSET_GAP", "DEAD_LETTER")
        .contains("OFFSET_START")
        .contains("offsetwise_schema")
        .doesNotContain("TEST_ENTRY", "test_schema");

    migrate(TestTables.SCHEMA);
    assertThat(tables()).contains("TEST_ENTRY", "TEST_TOTAL", "test_schema");
  }

  @Test
  void migratingAgainChangesNothing() {
    migrate(SchemaPart.OFFSETS, TestTables.SCHEMA);
    execute("INSERT INTO stream_owner (stream_name, epoch) VALUES ('kept', 7)");

    migrate(SchemaPart.OFFSETS, TestTables.SCHEMA);

    assertThat(select("SELECT stream_name FROM stream_owner")).containsExactly("kept");
  }

  /** As version 1 has left it. */
  @Test
  void anOlderSchemaIsMigratedAndKeepsItsRows() {
    migrate(SchemaPart.OFFSETS);
    tables().stream()
        .filter(table -> !table.equals("offsetwise_schema"))
        .forEach(table -> execute("DROP TABLE " + table));
    execute("DELETE FROM \"offsetwise_schema\" WHERE \"version\" <> '1'");
    execute(
        "RUNSCRIPT FROM"
            + " 'classpath:/io/offsetwise/adapters/storage/schema/offsets/V1__offsets.sql'");
    execute("INSERT INTO stream_owner (stream_name, epoch) VALUES ('kept', 7)");

    migrate(SchemaPart.OFFSETS);

    assertThat(tables())
        .contains("OFFSET_START", "OFFSET_RESET", "STREAM_PRESENCE", "STREAM_CLAIM");
    assertThat(select("SELECT stream_name FROM stream_owner")).containsExactly("kept");
  }

  @Test
  void tablesOfOthersAreLeftAlone() {
    execute("CREATE TABLE theirs (word VARCHAR(10))");

    migrate(SchemaPart.OFFSETS);

    assertThat(tables()).contains("THEIRS", "STREAM_OWNER");
  }

  @Test
  void aNewerSchemaIsRefusedWithBothVersions() {
    migrate(SchemaPart.OFFSETS);
    String newest =
        select("SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"offsetwise_schema\"").get(0);
    execute(
        "INSERT INTO \"offsetwise_schema\" SELECT \"installed_rank\" + 42, '42', 'future',"
            + " \"type\", 'V42__future.sql', \"checksum\", \"installed_by\", \"installed_on\","
            + " \"execution_time\", \"success\" FROM \"offsetwise_schema\" WHERE \"version\" ="
            + " '1'");

    StoppedException stop = Stops.of(() -> migrate(SchemaPart.OFFSETS));

    assertThat(stop.reason()).isEqualTo(StopReason.SCHEMA_VERSION);
    assertThat(stop)
        .hasMessageContaining("schema part offsets has version 42")
        .hasMessageContaining("knows version " + newest + " at most");
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsRefused() {
    migrate(SchemaPart.OFFSETS);
    execute("UPDATE \"offsetwise_schema\" SET \"checksum\" = 1 WHERE \"version\" = '1'");

    StoppedException stop = Stops.of(() -> migrate(SchemaPart.OFFSETS));

    assertThat(stop.reason()).isEqualTo(StopReason.SCHEMA_VERSION);
    assertThat(stop).hasMessageContaining("changed after it was applied");
  }

  private void migrate(SchemaPart... parts) {
    new SchemaMigration(settings).migrate(parts);
  }

  private List<String> tables() {
    return select("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
  }

  private List<String> select(String query) {
    return eyes.inTransaction(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private void execute(String statement) {
    eyes.inTransaction(handle -> handle.execute(statement));
  }
}
