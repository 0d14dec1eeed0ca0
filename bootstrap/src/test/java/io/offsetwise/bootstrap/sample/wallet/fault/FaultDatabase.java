package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.wire.CommitProxy;
import io.offsetwise.application.wire.Wire;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A database with the tables of the wallet job, between which and the job a proxy may stand.
 *
 * @param client how it is reached
 * @param wire how its clients talk to it
 */
record FaultDatabase(JdbcSettings client, Wire wire) {

  /** The one of the services that all share. */
  static FaultDatabase shared(FaultServices services) {
    return new FaultDatabase(services.database(), Wire.H2);
  }

  /** A PostgreSQL of one's own. */
  static FaultDatabase of(LocalDatabase postgresql) {
    new SchemaMigration(postgresql.client()).migrate(SchemaPart.OFFSETS, new WalletJob().schema());
    return new FaultDatabase(postgresql.client(), Wire.POSTGRESQL);
  }

  /** Starts a PostgreSQL on a port, 0 for any; it goes on with what is in the folder. */
  static LocalDatabase startPostgresql(Path folder, int port) {
    return LocalDatabaseKind.POSTGRESQL.start(
        LocalDatabaseSettings.onAnyPort(folder).withPort(port));
  }

  CommitProxy proxy(Duration late) throws Exception {
    return CommitProxy.before(port(), wire, late);
  }

  /** The same database, reached through {@code proxy}. */
  JdbcSettings through(CommitProxy proxy) {
    return client.withUrl(client.url().replace(":" + port() + "/", ":" + proxy.port() + "/"));
  }

  private int port() {
    return URI.create(client.address().replaceFirst("^jdbc:(h2:)?", "")).getPort();
  }
}
