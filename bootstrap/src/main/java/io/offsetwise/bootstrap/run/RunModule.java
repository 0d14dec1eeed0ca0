package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.offsetwise.adapters.spark.driver.SparkRuntime;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionLoop;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.settings.Settings;

/** All modules of a run. The injector does not leave this class. */
final class RunModule extends AbstractModule {

  private final Settings settings;
  private final RunnableJob job;
  private final Connections connections;
  private final StopRequest stop;
  private final SaveCollaborators collaborators;
  private final Progress progress;

  private RunModule(
      Settings settings,
      RunnableJob job,
      Connections connections,
      StopRequest stop,
      SaveCollaborators collaborators,
      Progress progress) {
    this.settings = settings;
    this.job = job;
    this.connections = connections;
    this.stop = stop;
    this.collaborators = collaborators;
    this.progress = progress;
  }

  /** Puts the parts of a run together. */
  static RunParts assemble(
      Settings settings,
      RunnableJob job,
      Connections connections,
      StopRequest stop,
      SaveCollaborators collaborators,
      Progress progress) {
    Injector injector =
        Guice.createInjector(
            new RunModule(settings, job, connections, stop, collaborators, progress));
    return new RunParts(
        injector.getInstance(SourceLog.class),
        injector.getInstance(OffsetStore.class),
        injector.getInstance(SavedPositions.class),
        injector.getProvider(SparkRuntime.class)::get,
        injector.getProvider(SessionLoop.class)::get);
  }

  @Override
  protected void configure() {
    install(new KafkaModule(connections.kafka()));
    install(new StorageModule(settings, connections, progress));
    install(new SparkModule(settings, collaborators));
    install(new StreamModule(settings, job, stop));
  }
}
