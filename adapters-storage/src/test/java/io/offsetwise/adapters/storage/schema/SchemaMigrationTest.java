package io.offsetwise.adapters.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {

  @AutoClose private final TestDatabase database = new TestDatabase(TestDatabase.empty());

  @Test
  void eachPartHasTablesAndAHistoryOfItsOwn() {
    migrate(SchemaPart.OFFSETS);
    assertThat(tables())
        .contains("stream_owner", "stream_offset", "offset_history", "offset_gap", "dead_letter")
        .contains("offset_start")
        .contains("offsetwise_schema")
        .doesNotContain("test_entry", "test_schema");

    migrate(TestTables.SCHEMA);
    assertThat(tables()).contains("test_entry", "test_total", "test_schema");
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
    database
        .connections()
        .inTransaction(
            handle ->
                handle
                    .createScript(
                        ClasspathSqlLocator.create()
                            .getResource(SchemaPart.OFFSETS.location() + "/V1__offsets.sql"))
                    .execute());
    execute("INSERT INTO stream_owner (stream_name, epoch) VALUES ('kept', 7)");

    migrate(SchemaPart.OFFSETS);

    assertThat(tables())
        .contains("offset_start", "offset_reset", "stream_presence", "stream_claim");
    assertThat(select("SELECT stream_name FROM stream_owner")).containsExactly("kept");
  }

  @Test
  void tablesOfOthersAreLeftAlone() {
    execute("CREATE TABLE theirs (word VARCHAR(10))");

    migrate(SchemaPart.OFFSETS);

    assertThat(tables()).contains("theirs", "stream_owner");
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
    new SchemaMigration(database.settings()).migrate(parts);
  }

  /** By their names in lower case. */
  private List<String> tables() {
    return select(
        "SELECT LOWER(table_name) FROM information_schema.tables"
            + " WHERE table_schema = CURRENT_SCHEMA");
  }

  private List<String> select(String query) {
    return database.column(String.class, query);
  }

  private void execute(String statement) {
    database.execute(statement);
  }
}
