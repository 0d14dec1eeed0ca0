package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.fixture.OnPostgresql;
import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column in which keys that differ are the same stops a start. */
class TextKeysTest {

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void tablesAsTheMigrationsMadeThemAreFine() {
    assertThatCode(() -> require(TestTables.ALL)).doesNotThrowAnyException();
    assertThatCode(() -> require(ResultTables.of(TestTables.COUNTS))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "test_entry,     natural_key, 100",
    "test_total,     account,     100",
    "test_entry,     stream_name, 200",
    "test_entry,     topic_name,  249",
    "stream_offset,  topic_name,  249",
    "dead_letter,    natural_key, 300",
    "offset_history, stream_name, 200",
  })
  void aColumnThatIgnoresCaseIsRefused(String table, String column, int length) {
    database.ignoreCase(table, column, length);

    assertThat(refusal())
        .hasMessageContaining("'a' and 'A' in column " + column + " of table " + table);
  }

  /** It tells nothing apart, and nothing is looked for in it. */
  @Test
  void aColumnThatIsNoKeyMayIgnoreCase() {
    database.ignoreCase("test_entry", "account", 100);

    assertThatCode(() -> require(TestTables.ALL)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"test_total, account", "stream_owner, stream_name"})
  void aColumnThatPadsIsRefused(String table, String column) {
    database.execute(
        "ALTER TABLE " + table + " ALTER COLUMN " + column + " SET DATA TYPE CHAR(50)");

    assertThat(refusal())
        .hasMessageContaining("'a' and 'a ' in column " + column + " of table " + table);
  }

  @OnH2
  @Test
  void aDomainIsWhatItIsMadeOf() {
    database.execute(
        "SET MODE REGULAR; CREATE DOMAIN name AS VARCHAR_IGNORECASE(100); SET MODE PostgreSQL");
    database.execute("ALTER TABLE test_total ALTER COLUMN account SET DATA TYPE name");

    assertThat(refusal()).hasMessageContaining("'a' and 'A' in column account");
  }

  @OnPostgresql
  @ParameterizedTest
  @CsvSource({
    "und-u-ks-level1,      'a' and 'A'",
    "und-u-ks-identic,     an a with an acute accent and an a and a combining acute accent",
    "und,                  'a' and an a and a joiner without width",
    "und-u-ka-shifted,     'a' and 'a '",
    "und-u-kn-true,        'a1' and 'a01'"
  })
  void aCollationIsAskedHowItCompares(String locale, String merged) {
    database.execute(
        "CREATE COLLATION odd (provider = icu, locale = '" + locale + "', deterministic = false)");
    database.execute(
        "ALTER TABLE test_total ALTER COLUMN account SET DATA TYPE VARCHAR(100) COLLATE odd");

    assertThat(refusal()).hasMessageContaining(merged + " in column account of table test_total");
  }

  /** Whatever it sorts by, only equal texts are the same. */
  @OnPostgresql
  @Test
  void aCollationThatIsDeterministicIsFine() {
    database.execute("CREATE COLLATION lingual (provider = icu, locale = 'de-u-ks-level1')");
    database.execute(
        "ALTER TABLE test_total ALTER COLUMN account SET DATA TYPE VARCHAR(100) COLLATE lingual");

    assertThatCode(() -> require(TestTables.ALL)).doesNotThrowAnyException();
  }

  private StoppedException refusal() {
    StoppedException stop = Stops.of(() -> require(TestTables.ALL));
    assertThat(stop.reason()).isEqualTo(StopReason.SCHEMA_VERSION);
    assertThat(stop).hasMessageContaining("takes keys for the same that differ");
    return stop;
  }

  private void require(ResultTables<?> tables) {
    new TextKeys(database.connections()).requireExact(tables);
  }
}
