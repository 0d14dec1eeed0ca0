package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.session.PositionMirror;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.Positions;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Shows positions as the committed offsets of a group, so that ordinary tools see the stream's lag.
 * They are written without any guard: nobody starts from them.
 *
 * @param group that is nothing but the mirror
 */
public record KafkaPositionMirror(KafkaGroup group) implements PositionMirror {

  private static final String WRITTEN_BY = "mirror of positions that are kept elsewhere";

  @Override
  public void show(Positions positions) {
    PerJvm.get(new SharedAdmin(group.connection()))
        .ask(
            "to mirror positions in group " + group.name(),
            client ->
                client
                    .alterConsumerGroupOffsets(
                        group.name(),
                        positions.nextOffsets().entrySet().stream()
                            .collect(
                                Collectors.toMap(
                                    entry -> KafkaPartitions.kafkas(entry.getKey()),
                                    entry -> new OffsetAndMetadata(entry.getValue(), WRITTEN_BY))))
                    .all());
  }

  /** Does nothing: the client is shared in the JVM. */
  @Override
  public void close() {}
}
