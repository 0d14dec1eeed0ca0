package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.offset.KafkaGroup;
import io.offsetwise.adapters.kafka.offset.KafkaPositionMirror;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.MirroredPositions;
import io.offsetwise.application.session.PositionMirror;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.Connections;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The display of a run, with the mirror beside it if the settings name one.
 *
 * @param display is told first; to be closed by whoever opened it
 * @param mirror shows the positions to Kafka's tools
 */
record Mirroring(SessionObserver display, Optional<MirroredPositions> mirror)
    implements SessionObserver, AutoCloseable {

  static Mirroring of(Settings settings, Connections connections, SessionObserver display) {
    return new Mirroring(
        display,
        mirror(settings, connections)
            .map(
                mirror ->
                    new MirroredPositions(
                        mirror,
                        LoggerFactory.getLogger(Mirroring.class)::warn,
                        connections.kafka().timeout())));
  }

  /**
   * Makes sure that the mirror, if there is one, would write nobody else's offsets.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE}
   */
  static void requireAllowed(Settings settings, Connections connections) {
    mirror(settings, connections).ifPresent(PositionMirror::requireOwn);
  }

  private static Optional<PositionMirror> mirror(Settings settings, Connections connections) {
    return settings
        .offsets()
        .mirrorGroup()
        .map(
            group ->
                new KafkaPositionMirror(
                    new KafkaGroup(connections.kafka(), group), settings.job().name()));
  }

  @Override
  public void started(StartedStream stream) {
    display.started(stream);
    mirror.ifPresent(shown -> shown.started(stream));
  }

  @Override
  public void saved(SavedBatch batch) {
    display.saved(batch);
    mirror.ifPresent(shown -> shown.saved(batch));
  }

  @Override
  public void close() {
    mirror.ifPresent(MirroredPositions::close);
  }
}
