package io.offsetwise.bootstrap.sample;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.job.Job;
import java.util.UUID;

/** A database in memory with the tables of one job and nothing in them. */
public record SampleDatabase(JdbcSettings settings) implements AutoCloseable {

  /** A new one. */
  public static SampleDatabase of(Job<?> job) {
    JdbcSettings settings =
        JdbcSettings.pooled("jdbc:h2:mem:" + UUID.randomUUID(), new Credentials.None());
    new SchemaMigration(settings).migrate(SchemaPart.OFFSETS, job.schema());
    return new SampleDatabase(settings);
  }

  /** The connections that all of this JVM share. */
  public JdbcConnections connections() {
    return PerJvm.get(settings);
  }

  @Override
  public void close() {
    connections().inTransaction(handle -> handle.execute("DROP ALL OBJECTS"));
    try {
      PerJvm.close(settings);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
