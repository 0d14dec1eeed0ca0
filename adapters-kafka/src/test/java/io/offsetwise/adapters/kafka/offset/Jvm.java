package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.EpochOffsetGuard;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/**
 * One of several drivers and executors that meet at a group as if each had a JVM of its own: its
 * connection differs in nothing but the name of the client, so that it shares no producer.
 *
 * @param group as this JVM reaches it
 */
record Jvm(KafkaGroup group) {

  static final StreamName STREAM = new StreamName("locks");
  static final TopicId ID = new TopicId("JFtUGVm4QEGsvGCOwMbLIA");
  static final TopicPartition PARTITION = new TopicPartition("a", 0);
  static final TopicPartition OTHER = new TopicPartition("b", 1);

  private static final Set<String> TOPICS = Set.of("a", "b");

  static Jvm named(String name, KafkaConnection connection, String group) {
    return new Jvm(
        new KafkaGroup(
            new KafkaConnection(
                connection.bootstrapServers(), Map.of("client.id", name), connection.timeout()),
            group));
  }

  KafkaPositionStore positions() {
    return new KafkaPositionStore(stream -> group, TOPICS);
  }

  Claim claim() {
    return positions().claim(STREAM);
  }

  /** Claims the stream and begins both partitions at 100. */
  Epoch begun() {
    Epoch epoch = claim().epoch();
    begin(epoch);
    // Kafka answers a commit before everybody is shown its rows.
    Awaitility.await().until(() -> GroupRows.of(group()).committed().containsKey(PARTITION));
    return epoch;
  }

  void begin(Epoch epoch) {
    positions()
        .write(
            STREAM,
            epoch,
            List.of(
                new StoredPosition(PARTITION, 100, ID, epoch),
                new StoredPosition(OTHER, 100, ID, epoch)),
            List.of());
  }

  long stored() {
    return positions().positions(STREAM).get(PARTITION).nextOffset();
  }

  OffsetCommits commits(SaveScope scope) {
    return new KafkaOffsetCommits(group, scope);
  }

  /** Saves a range as the product does. */
  CommitDecision save(SaveScope scope, Epoch epoch, long from, long until) {
    return save(commits(scope), epoch, from, until, () -> {});
  }

  /**
   * Saves a range as the product does.
   *
   * @param meanwhile runs between the guard's look and the commit
   */
  static CommitDecision save(
      OffsetCommits store, Epoch epoch, long from, long until, Runnable meanwhile) {
    EpochOffsetGuard guard =
        new EpochOffsetGuard(
            new SaveContext(
                STREAM,
                DeliveryGuarantee.AT_LEAST_ONCE.planFor(OffsetStorage.KAFKA),
                epoch,
                Map.of("a", ID, "b", ID)));
    return store.commitOffsets(
        offsets -> {
          CommitDecision decision =
              guard.advance(offsets, List.of(new OffsetRange(PARTITION, from, until)));
          meanwhile.run();
          return decision;
        });
  }
}
