package io.offsetwise.bootstrap.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the process of the services is started with.
 *
 * @param folder its files
 * @param kafkaPort port of the broker; 0 for any free one, and the same after a restart
 * @param databasePort port of the database; 0 likewise
 * @param startTimeout longest wait until a service answers
 */
record ServicesArguments(
    LocalFolder folder, int kafkaPort, int databasePort, Duration startTimeout) {

  /** Reads what {@link #asList} wrote. */
  static ServicesArguments parse(String... arguments) {
    return new ServicesArguments(
        new LocalFolder(Path.of(arguments[0])),
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Duration.parse(arguments[3]));
  }

  /** The arguments of a command line. */
  List<String> asList() {
    return List.of(
        folder.dataDir().toString(),
        Integer.toString(kafkaPort),
        Integer.toString(databasePort),
        startTimeout.toString());
  }
}
