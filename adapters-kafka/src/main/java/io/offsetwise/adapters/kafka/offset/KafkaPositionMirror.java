package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.session.PositionMirror;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Shows positions as the committed offsets of a group, so that ordinary tools see the stream's lag.
 * Each offset is marked with the stream: where another one stands, nothing is written. The look and
 * the writing are two requests; nobody's offsets are expected between them.
 *
 * @param group that is nothing but the mirror
 * @param stream whose positions are shown
 */
public record KafkaPositionMirror(KafkaGroup group, StreamName stream) implements PositionMirror {

  public KafkaPositionMirror {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(stream, "stream");
  }

  @Override
  public void requireOwn() {
    GroupOwner owner = GroupOwner.of(group);
    owner.requireMirrorOf(stream);
    owner.requireUnread(stream);
  }

  @Override
  public void show(Positions positions) {
    GroupOwner.of(group).requireMirrorOf(stream);
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
                                    entry -> marked(entry.getValue()))))
                    .all());
  }

  private OffsetAndMetadata marked(long offset) {
    return new OffsetAndMetadata(offset, MirrorMark.of(stream).text());
  }

  /** Does nothing: the client is shared in the JVM. */
  @Override
  public void close() {}
}
