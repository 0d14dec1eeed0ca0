package io.offsetwise.adapters.storage.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import org.junit.jupiter.api.Test;

/** A dialect that the product has never heard of keeps the contract: it is one class. */
@OnH2
class OtherDialectTest extends DialectContract {

  @Override
  protected JdbcSettings emptyDatabase() {
    return OtherDatabases.empty();
  }

  @Test
  void itMayHaveMigrationsOfItsOwn() {
    JdbcSettings settings = OtherDatabases.empty(new OtherDialect("other/"));

    new SchemaMigration(settings).migrate(TestTables.SCHEMA);

    try (TestDatabase database = new TestDatabase(settings)) {
      assertThat(database.number("SELECT COUNT(*) FROM of_another_folder")).isZero();
    }
  }

  @Test
  void whatItDoesNotSupportIsRefusedBeforeAnythingIsOpened() {
    OtherDialect dialect = new OtherDialect();

    assertThatThrownBy(
            () -> JdbcSettings.pooled(dialect, "jdbc:other:x?y=z", new Credentials.None()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JDBC URL jdbc:other:x has options");
  }
}
