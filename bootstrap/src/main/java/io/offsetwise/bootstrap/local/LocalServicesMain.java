package io.offsetwise.bootstrap.local;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StoppedException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of the local services: starts them, says where they answer, and runs until it is
 * stopped by a signal. Started by {@link ServicesLauncher} alone.
 */
public final class LocalServicesMain {

  /** The process ends with this code when another one has the data folder. */
  static final int OTHERS_RUN = 10;

  /** The process ends with this code when a service cannot start; the reason is printed. */
  static final int NOT_STARTED = 4;

  /** A process that was just killed may still hold its lock for a moment. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(LocalServicesMain.class);

  private LocalServicesMain() {}

  /**
   * Runs the services.
   *
   * @param args see {@link ServicesArguments}
   */
  public static void main(String[] args) throws InterruptedException {
    ServicesArguments arguments = ServicesArguments.parse(args);
    Optional<ProcessLock> lock = PatientLock.acquire(arguments.folder().lock(), LOCK_PATIENCE);
    if (lock.isEmpty()) {
      System.exit(OTHERS_RUN);
    }
    try {
      run(arguments);
    } catch (RuntimeException | Error failure) {
      LOG.error("the local services did not start", failure);
      console().println(reason(failure)); // the launcher shows it
      Runtime.getRuntime().halt(NOT_STARTED); // threads of a half-started broker do not end
    }
    new CountDownLatch(1).await();
  }

  private static void run(ServicesArguments arguments) {
    LocalFolder folder = arguments.folder();
    folder.services().delete(); // of a process that was killed
    folder.process().write(ServiceProcess.current());
    RunningServices services = RunningServices.start(arguments);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, services), "stop"));
    folder.services().write(new ServicesState(ServiceProcess.current(), services.addresses()));
    LOG.info("the local services answer: {}", services.addresses());
  }

  private static void stop(LocalFolder folder, RunningServices services) {
    folder.services().delete();
    try {
      services.close();
      LOG.info("the local services are stopped");
    } catch (RuntimeException failure) {
      LOG.error("the local services did not stop in good order", failure);
    }
    folder.process().delete();
  }

  private static String reason(Throwable failure) {
    return StoppedException.within(failure).map(Throwable::getMessage).orElseGet(failure::toString);
  }

  private static PrintStream console() {
    return new PrintStream(System.err, true, StandardCharsets.UTF_8);
  }
}
