package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import java.util.Map;

/**
 * Broker and database, which this JVM holds.
 *
 * @param broker answers
 * @param kind of the database
 * @param database answers
 */
record RunningServices(LocalBroker broker, LocalDatabaseKind kind, LocalDatabase database)
    implements AutoCloseable {

  /** Starts both and returns when both answer. */
  static RunningServices start(ServicesArguments arguments) {
    LocalDatabase database = database(arguments);
    try {
      return new RunningServices(broker(arguments), arguments.database(), database);
    } catch (RuntimeException brokerFailed) {
      database.close();
      throw brokerFailed;
    }
  }

  /** Where they answer. */
  LocalAddresses addresses() {
    return new LocalAddresses(
        broker.bootstrapServer(), kind, database.client().url(), database.port());
  }

  private static LocalDatabase database(ServicesArguments arguments) {
    LocalFolder folder = arguments.folder();
    folder.endLeftOver(); // it holds the port that clients know
    int port = DatabasePort.choose(arguments.databasePort(), folder.databasePort());
    LocalDatabaseKind kind = arguments.database();
    LocalDatabase database =
        kind.start(
            new LocalDatabaseSettings(folder.database(kind), port, arguments.startTimeout()));
    folder.databasePort().write(new DatabasePort(database.port()));
    return database;
  }

  private static LocalBroker broker(ServicesArguments arguments) {
    return LocalBroker.start(
        new LocalBrokerSettings(
            arguments.folder().broker(),
            arguments.kafkaPort(),
            arguments.startTimeout(),
            Map.of()));
  }

  @Override
  public void close() {
    try {
      broker.close();
    } finally {
      database.close();
    }
  }
}
