package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionLoop;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.stream.OpenStream;

/** All modules of a run. The injector does not leave this class. */
final class RunModule extends AbstractModule {

  private final OpenStream stream;
  private final SparkStart spark;
  private final RunnableJob job;
  private final StopRequest stop;
  private final SaveCollaborators collaborators;

  private RunModule(
      OpenStream stream,
      SparkStart spark,
      RunnableJob job,
      StopRequest stop,
      SaveCollaborators collaborators) {
    this.stream = stream;
    this.spark = spark;
    this.job = job;
    this.stop = stop;
    this.collaborators = collaborators;
  }

  /** Puts the parts of a run together. */
  static RunParts assemble(
      OpenStream stream,
      SparkStart spark,
      RunnableJob job,
      StopRequest stop,
      SaveCollaborators collaborators) {
    Injector injector =
        Guice.createInjector(new RunModule(stream, spark, job, stop, collaborators));
    return new RunParts(
        injector.getInstance(OffsetStore.class),
        injector.getInstance(SavedPositions.class),
        injector.getProvider(SparkRuntime.class)::get,
        injector.getProvider(SessionLoop.class)::get);
  }

  @Override
  protected void configure() {
    install(new SparkModule(stream, spark, collaborators));
    install(new SessionModule(stream, job, stop));
  }

  @Provides
  @Singleton
  OffsetStore offsets() {
    return stream.storage().offsets();
  }
}
