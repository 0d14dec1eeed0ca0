package io.offsetwise.adapters.storage.schema;

import com.zaxxer.hikari.HikariDataSource;
import io.offsetwise.adapters.storage.jdbc.ConnectionPool;
import io.offsetwise.adapters.storage.jdbc.DirectDataSource;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SqlFailures;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema of a database to this version. Runs on the driver, before a stream starts. */
public final class SchemaMigration {

  private static final int CONNECTIONS = 4;

  private final JdbcSettings settings;

  /** Migrates the database of {@code settings}. */
  public SchemaMigration(JdbcSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Applies the migrations that are missing. Of several drivers that do so at the same time, all
   * but one wait.
   *
   * @throws StoppedException with reason {@code SCHEMA_VERSION} when the schema is newer than this
   *     code or differs from it, {@code UNAVAILABLE} or {@code IMPOSSIBLE} when the database cannot
   *     be used
   */
  public void migrate(SchemaPart... parts) {
    settings.requireUsable();
    // Flyway asks for connections again and again, a few of them at a time.
    try (HikariDataSource pool = ConnectionPool.of(settings.withPoolSize(CONNECTIONS))) {
      new MigrationLock(DirectDataSource.of(settings), settings.dialect())
          .whileHeld(() -> List.of(parts).forEach(part -> migrate(pool, part)));
    } catch (SQLException failure) {
      throw SqlFailures.of(settings).translate(new UncheckedSqlException(failure));
    }
  }

  private void migrate(DataSource source, SchemaPart part) {
    try {
      Flyway flyway = flyway(source, part);
      requireNotNewer(flyway, part);
      flyway.migrate();
    } catch (FlywayException failure) {
      throw stop(part, SqlFailures.of(settings).translate(failure));
    }
  }

  private StoppedException stop(SchemaPart part, RuntimeException failure) {
    if (failure instanceof StoppedException stopped) {
      return stopped;
    }
    return StopReason.SCHEMA_VERSION.because(
        failure,
        "schema part %s cannot be brought to this version (%s): a migration was probably changed"
            + " after it was applied, or stopped half-way; compare table %s with the files in %s",
        part.name(),
        firstLine(failure),
        part.historyTable(),
        folder(part));
  }

  private Flyway flyway(DataSource source, SchemaPart part) {
    // A job may come in a jar of its own, with its migrations.
    return Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(source)
        .locations("classpath:" + folder(part))
        .table(part.historyTable())
        // The database may hold tables of others, or of another part.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .failOnMissingLocations(true)
        .load();
  }

  private String folder(SchemaPart part) {
    return settings.dialect().migrations(part.location());
  }

  private static void requireNotNewer(Flyway flyway, SchemaPart part) {
    MigrationInfo[] all = flyway.info().all();
    MigrationVersion known = newest(all, info -> info.getState().isResolved());
    MigrationVersion applied = newest(all, info -> info.getState().isApplied());
    if (applied.isNewerThan(known)) {
      throw StopReason.SCHEMA_VERSION.because(
          "schema part %s has version %s but this program knows version %s at most: a newer release"
              + " has probably migrated the database; start that release",
          part.name(), applied, known);
    }
  }

  private static MigrationVersion newest(MigrationInfo[] all, Predicate<MigrationInfo> wanted) {
    return Arrays.stream(all)
        .filter(wanted)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.EMPTY);
  }

  private static String firstLine(RuntimeException failure) {
    return Optional.ofNullable(failure.getMessage())
        .flatMap(message -> message.lines().filter(line -> !line.isBlank()).findFirst())
        .orElse("no message");
  }
}
