package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.OffsetsSettings;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.StorageSettings;

/** Settings under which no database comes into being, as some do of a file that is not there. */
public final class ExistingDatabases {

  private ExistingDatabases() {}

  /** The same settings for databases that must be there. */
  public static Settings of(Settings settings) {
    return new Settings(
        settings.dataDir(),
        settings.job(),
        offsets(settings.offsets()),
        settings.kafka(),
        storage(settings.storage()),
        settings.window(),
        settings.start(),
        settings.session(),
        settings.stop(),
        settings.feed(),
        settings.local(),
        settings.spark());
  }

  private static OffsetsSettings offsets(OffsetsSettings offsets) {
    return new OffsetsSettings(
        offsets.storage(),
        offsets.jdbcUrl().map(ExistingDatabases::existing),
        offsets.kafkaGroup(),
        offsets.checkpointDir(),
        offsets.mirrorGroup());
  }

  private static StorageSettings storage(StorageSettings storage) {
    return storage.database() instanceof DatabaseAddress.Url database
        ? new StorageSettings(
            new DatabaseAddress.Url(existing(database.url())),
            storage.credentials(),
            storage.connection(),
            storage.poolSize(),
            storage.timeouts())
        : storage;
  }

  private static String existing(String url) {
    return JdbcSettings.pooled(url, new Credentials.None()).existing().url();
  }
}
