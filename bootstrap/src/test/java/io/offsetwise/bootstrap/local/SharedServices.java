package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A broker and a database in a process of their own, which all test classes of this JVM share: they
 * cost more processor time than most of these classes. They end with the JVM and not with JUnit's
 * run, because a JVM that Maven has forked runs its classes one by one.
 */
public final class SharedServices {

  private static Optional<SharedServices> running = Optional.empty();

  private final Path folder;
  private final ServicesLease services;
  private final Map<String, Object> topics = new ConcurrentHashMap<>();

  private SharedServices(Path folder, ServicesLease services) {
    this.folder = folder;
    this.services = services;
  }

  /** Those of this JVM, which the first one who asks starts. */
  public static synchronized SharedServices ofThisJvm() {
    if (running.isEmpty()) {
      running = Optional.of(start());
    }
    return running.get();
  }

  private static SharedServices start() {
    try {
      Path folder = Files.createTempDirectory("services");
      LocalServices services =
          new LocalServices(
              dataDir(folder),
              Configuration.load(Optional.empty(), Map.of()).settings().local(),
              notice -> {});
      SharedServices started = new SharedServices(folder, services.ensureRunning());
      Runtime.getRuntime().addShutdownHook(new Thread(started::end, "end-of-shared-services"));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** A working directory for processes; those of the program find the services there. */
  public Path folder() {
    return folder;
  }

  /** The data folder of the services. */
  public Path dataDir() {
    return dataDir(folder);
  }

  /** {@code host:port} of the broker. */
  public String kafka() {
    return services.kafka();
  }

  /** How the database is reached. */
  public JdbcSettings database() {
    return services.database();
  }

  /** Number of the process of both. */
  public long pid() {
    return services.status().pid();
  }

  /**
   * Makes sure that nobody reads what somebody else has sent.
   *
   * @param topic a name that is new, or that the same owner has claimed before
   * @param owner stands for a test class
   */
  public void claimTopic(String topic, Object owner) {
    if (topics.computeIfAbsent(topic, unclaimed -> owner) != owner) {
      throw new IllegalArgumentException(
          topic + " is a topic of another test already; all of them share one broker");
    }
  }

  /** Nobody needs their data any more, so that they need not end in good order. */
  private void end() {
    ProcessHandle.of(pid()).ifPresent(SharedServices::kill);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(SharedServices::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static Path dataDir(Path folder) {
    return folder.resolve(".offsetwise");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
