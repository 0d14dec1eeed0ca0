package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.settings.LocalSettings;
import io.offsetwise.domain.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The local services of a data folder, for those who need them. Thread-safe; one for each folder
 * and JVM.
 */
public final class LocalServices {

  /** What a process needs besides the start of the services themselves. */
  private static final Duration START_OF_A_JVM = Duration.ofSeconds(10);

  private final LocalFolder folder;
  private final LocalSettings settings;
  private final Consumer<String> notices;

  /**
   * The services of a data folder, which are not touched yet.
   *
   * @param dataDir the data folder, absolute
   * @param settings ports and bounds
   * @param notices takes a line for people when something is begun that takes seconds
   */
  public LocalServices(Path dataDir, LocalSettings settings, Consumer<String> notices) {
    this.folder = new LocalFolder(Objects.requireNonNull(dataDir, "dataDir"));
    this.settings = Objects.requireNonNull(settings, "settings");
    this.notices = Objects.requireNonNull(notices, "notices");
  }

  /**
   * Uses the services that run, or starts them and waits until they answer. Of several processes
   * that call this at once, one starts them and all use them.
   *
   * @return closing it stops the services if they were started here
   * @throws StoppedException with reason {@code UNAVAILABLE} when they cannot be started
   */
  public synchronized ServicesLease ensureRunning() throws InterruptedException {
    folder.create();
    ProcessLock starting = startLock();
    try {
      Optional<ServicesState> known = folder.services().read();
      Optional<ServicesState> running = folder.running();
      return running.isPresent() ? use(running.get()) : start(known);
    } finally {
      starting.close();
    }
  }

  /** The services, if they run and answer; asks nobody, so that it returns at once. */
  public Optional<ServicesStatus> status() {
    return folder.running().map(ServicesStatus::of);
  }

  /**
   * Stops the services in good order, or kills them after the bound of the settings.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when they cannot even be killed
   */
  public synchronized StopOutcome stop() throws InterruptedException {
    if (!Files.isDirectory(folder.root())) {
      return StopOutcome.NOT_RUNNING;
    }
    ProcessLock starting = startLock();
    try {
      Optional<ServiceProcess> owner = folder.owner();
      StopOutcome outcome = owner.isEmpty() ? StopOutcome.NOT_RUNNING : stop(owner.get());
      folder.endLeftOver();
      return outcome;
    } finally {
      starting.close();
    }
  }

  private ServicesLease start(Optional<ServicesState> stale) throws InterruptedException {
    notices.accept(
        Text.of(
            "starting the local services (Kafka, %s) of %s",
            settings.database().title(), folder.dataDir()));
    ServicesArguments arguments =
        new ServicesArguments(
            folder,
            settings.database(),
            settings.kafkaPort(),
            settings.databasePort(),
            settings.startTimeout());
    Process launched = new ServicesLauncher(arguments).launch();
    ServicesState state =
        new AwaitedStart(folder, launched, stale)
            .answer(settings.startTimeout().plus(START_OF_A_JVM));
    return state.process().pid() == launched.pid()
        ? ServicesLease.startedHere(folder, state, () -> stopIfStill(state.process()))
        : use(state);
  }

  private ServicesLease use(ServicesState state) {
    LocalDatabaseKind running = state.addresses().database();
    if (running != settings.database()) {
      throw StopReason.UNAVAILABLE.because(
          """
          the local services of %s run with %s, but local.database = %s: they were probably started \
          with another value; stop them first (local stop), or set local.database = %s""",
          folder.dataDir(), running.title(), settings.database().key(), running.key());
    }
    return ServicesLease.found(folder, state);
  }

  private synchronized void stopIfStill(ServiceProcess process) throws InterruptedException {
    ProcessLock starting = startLock();
    try {
      if (folder.owner().filter(process::equals).isPresent()) {
        stop(process);
      }
    } finally {
      starting.close();
    }
  }

  private StopOutcome stop(ServiceProcess process) throws InterruptedException {
    return new Termination(folder, process).within(settings.stopTimeout());
  }

  private ProcessLock startLock() throws InterruptedException {
    Duration patience = settings.startTimeout().plus(settings.stopTimeout()).plus(START_OF_A_JVM);
    return PatientLock.acquire(folder.startLock(), patience)
        .orElseThrow(
            () ->
                StopReason.UNAVAILABLE.because(
                    "another process has been starting or stopping the local services of %s for %s"
                        + " s: it probably hangs; end it, or set another data-dir",
                    folder.dataDir(), patience.toSeconds()));
  }
}
