package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.storage.administration.JdbiStreamPresence;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.Objects;
import java.util.function.Function;

/**
 * The services of one job's stream, open. Used on the driver, in the process's main thread.
 *
 * @param services what was started for it
 * @param settings of the job
 * @param connections where its broker and its databases are
 * @param log what Kafka's log retains
 * @param topics opens the topics' identity where a save runs
 * @param stores the storages that it may have positions in
 * @param storage the one that the settings name
 * @param progress is told what a person is to know
 */
public record OpenStream(
    ServicesInUse services,
    Settings settings,
    Connections connections,
    SourceLog log,
    TopicIdentityProvider topics,
    StreamStores stores,
    StreamStorage storage,
    Progress progress)
    implements AutoCloseable {

  public OpenStream {
    Objects.requireNonNull(services, "services");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(stores, "stores");
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(progress, "progress");
  }

  /**
   * Opens it: finds the services that the settings name, and starts the local ones when they are
   * needed and do not run. No database is touched yet.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     broker, topics or database are not there, or the local ones cannot be started
   */
  public static OpenStream of(Settings settings, Progress progress) throws InterruptedException {
    return of(settings, progress, Storages.STANDARD);
  }

  /** Opens it with other storages than the product's; throws what {@link #of} throws. */
  public static OpenStream of(Settings settings, Progress progress, Storages storages)
      throws InterruptedException {
    ServicesInUse services = ServicesInUse.of(settings, progress);
    try {
      return OpenStreamModule.open(settings, services, progress, storages);
    } catch (RuntimeException unopened) {
      services.close();
      throw unopened;
    }
  }

  /** Who drives it. */
  public StreamPresence presence() {
    return new JdbiStreamPresence(PerJvm.get(connections.results()));
  }

  /**
   * Opens what an audit needs beside the log, for as long as {@code work} takes.
   *
   * @throws io.offsetwise.application.stop.StoppedException what {@code work} throws
   */
  public <T> T audit(Function<LogAudit, T> work) {
    return LogAudit.with(stores, log, progress, work);
  }

  /** Closes all that was opened for it, and stops what was started. */
  @Override
  public void close() {
    try (services) {
      log.close();
    }
  }
}
