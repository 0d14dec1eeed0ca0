package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.log.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of the local services.
 *
 * @param dataDir the data folder that they belong to, absolute
 */
record LocalFolder(Path dataDir) {

  private static final String LOG_NAME = "local-services";

  /**
   * Creates what is missing.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when that is not possible
   */
  LocalFolder create() {
    try {
      Files.createDirectories(root());
      Files.createDirectories(log().getParent());
      return this;
    } catch (IOException notWritable) {
      throw StopReason.UNAVAILABLE.because(
          notWritable,
          "data-dir %s cannot hold the local services (%s): it is probably a file, or belongs to"
              + " somebody else; set data-dir to a folder of your own",
          dataDir,
          notWritable);
    }
  }

  /** Locked by the process of the services as long as it lives. */
  Path lock() {
    return root().resolve("lock");
  }

  /** Locked by whoever starts or stops the services, while it does. */
  Path startLock() {
    return root().resolve("start.lock");
  }

  /** Who holds the lock. */
  JsonFile<ServiceProcess> process() {
    return new JsonFile<>(root().resolve("process.json"), ServiceProcess.class);
  }

  /** Where the services answer; written when they do. */
  JsonFile<ServicesState> services() {
    return new JsonFile<>(root().resolve("services.json"), ServicesState.class);
  }

  /** The port that the database had last. */
  JsonFile<DatabasePort> databasePort() {
    return new JsonFile<>(root().resolve("database-port.json"), DatabasePort.class);
  }

  /** The broker's data. */
  Path broker() {
    return root().resolve("broker");
  }

  /** The data of a kind of database; those of the other one lie beside them. */
  Path database(LocalDatabaseKind kind) {
    return switch (kind) {
      case H2 -> root().resolve("database");
      case POSTGRESQL -> root().resolve("postgresql");
    };
  }

  /**
   * Ends what services have left over whose process was killed.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when it does not end
   */
  void endLeftOver() {
    for (LocalDatabaseKind kind : LocalDatabaseKind.values()) {
      kind.endLeftOver(database(kind));
    }
  }

  /** What the services log. */
  Path log() {
    return LogFile.file(dataDir, LOG_NAME);
  }

  /** What the process of the services prints: why it could not start. */
  Path console() {
    return log().resolveSibling(LOG_NAME + ".console");
  }

  /** The folder of all these files but the logs. */
  Path root() {
    return dataDir.resolve("local");
  }

  /** The services, if their process lives and they answer. */
  Optional<ServicesState> running() {
    return services().read().filter(state -> lives(state.process()));
  }

  /** The process that runs the services or is about to, if it lives. */
  Optional<ServiceProcess> owner() {
    return process().read().filter(this::lives);
  }

  /** A process that nobody has waited for is still in the system's list; its lock is not. */
  private boolean lives(ServiceProcess process) {
    return process.find().isPresent() && PatientLock.isTaken(lock());
  }
}
