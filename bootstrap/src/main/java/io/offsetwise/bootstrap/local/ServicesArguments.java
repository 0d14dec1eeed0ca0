package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the process of the services is started with.
 *
 * @param folder its files
 * @param database the kind of the database
 * @param kafkaPort port of the broker; 0 for any free one, and the same after a restart
 * @param databasePort port of the database; 0 likewise
 * @param startTimeout longest wait until a service answers
 */
record ServicesArguments(
    LocalFolder folder,
    LocalDatabaseKind database,
    int kafkaPort,
    int databasePort,
    Duration startTimeout) {

  /** Reads what {@link #asList} wrote. */
  static ServicesArguments parse(String... arguments) {
    return new ServicesArguments(
        new LocalFolder(Path.of(arguments[0])),
        LocalDatabaseKind.valueOf(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Duration.parse(arguments[4]));
  }

  /** The arguments of a command line. */
  List<String> asList() {
    return List.of(
        folder.dataDir().toString(),
        database.name(),
        Integer.toString(kafkaPort),
        Integer.toString(databasePort),
        startTimeout.toString());
  }
}
