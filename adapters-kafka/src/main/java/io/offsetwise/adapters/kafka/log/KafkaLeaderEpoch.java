package io.offsetwise.adapters.kafka.log;

import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.Optional;

/** A leader epoch in Kafka's form and in ours. */
public final class KafkaLeaderEpoch {

  private KafkaLeaderEpoch() {}

  /** Ours, from what Kafka's client tells. */
  public static LeaderEpoch ours(Optional<Integer> kafkas) {
    return kafkas.<LeaderEpoch>map(LeaderEpoch.Known::new).orElse(LeaderEpoch.UNKNOWN);
  }

  /** As Kafka's client takes it. */
  public static Optional<Integer> kafkas(LeaderEpoch ours) {
    return ours.number().stream().boxed().findFirst();
  }
}
