package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionLoop;
import io.offsetwise.application.session.SessionTimes;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.settings.FirstStart;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.OpenStream;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.time.Duration;
import java.util.Set;

/** Binds the application's services for one stream. */
final class SessionModule extends AbstractModule {

  private static final Duration TICK = Duration.ofMillis(100);

  private final OpenStream stream;
  private final Settings settings;
  private final RunnableJob job;
  private final StopRequest stop;

  SessionModule(OpenStream stream, RunnableJob job, StopRequest stop) {
    this.stream = stream;
    this.settings = stream.settings();
    this.job = job;
    this.stop = stop;
  }

  @Override
  protected void configure() {
    bind(StopRequest.class).toInstance(stop);
    bind(SavedPositions.class).in(Singleton.class);
  }

  @Provides
  StreamEngine engine(StreamEngines engines) {
    return job.engine(engines, stream.connections());
  }

  @Provides
  StreamDefinition definition() {
    return new StreamDefinition(
        settings.job().name(),
        Set.copyOf(settings.kafka().topics()),
        stream.storage().saving(job.resultKind(settings.job().guarantee())),
        firstStart(stream.log()),
        new StartRules(settings.start().accept(), settings.start().acceptChange()));
  }

  @Provides
  StartStream startStream(StreamDefinition definition, OffsetStore offsets) {
    return new StartStream(definition, offsets, stream.stores().claims(), stream.log());
  }

  @Provides
  SessionLoop sessionLoop(StartStream start, StreamEngine engine) {
    SessionTimes times =
        new SessionTimes(TICK, settings.session().partitionCheck(), settings.stop().timeout());
    return new SessionLoop(start, engine, stream.log(), times, stop);
  }

  private StartingPoint firstStart(SourceLog log) {
    if (settings.start().first() instanceof FirstStart.AtTime atTime) {
      return new StartingPoint.Given(
          log.offsetsAt(log.partitions(Set.copyOf(settings.kafka().topics())), atTime.time()));
    }
    return ((FirstStart.At) settings.start().first()).point();
  }
}
