package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import java.util.Map;

/**
 * Broker and database inside this JVM.
 *
 * @param broker answers
 * @param database answers
 */
record RunningServices(LocalBroker broker, LocalDatabase database) implements AutoCloseable {

  /** Starts both and returns when both answer. */
  static RunningServices start(ServicesArguments arguments) {
    LocalDatabase database = database(arguments);
    try {
      return new RunningServices(broker(arguments), database);
    } catch (RuntimeException brokerFailed) {
      database.close();
      throw brokerFailed;
    }
  }

  /** Where they answer. */
  LocalAddresses addresses() {
    return new LocalAddresses(broker.bootstrapServer(), database.client().url(), database.port());
  }

  private static LocalDatabase database(ServicesArguments arguments) {
    LocalFolder folder = arguments.folder();
    int port = DatabasePort.choose(arguments.databasePort(), folder.databasePort());
    LocalDatabase database =
        LocalDatabase.start(new LocalDatabaseSettings(folder.database(), port));
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
