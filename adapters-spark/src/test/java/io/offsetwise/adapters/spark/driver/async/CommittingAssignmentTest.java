package io.offsetwise.adapters.spark.driver.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.adapters.spark.driver.runtime.ConsumerProperties;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.stream.StreamingContexts;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody needs to listen at the address: the consumer is only made. */
class CommittingAssignmentTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);

  private final CommittingAssignment assignment =
      new CommittingAssignment(contexts(), "kept", new NobodysClaim());

  @Test
  void executorsKeepTheGroupOfTheirClaim() {
    assertThat(assignment.executorKafkaParams()).containsEntry("group.id", "wallet-3");
  }

  @Test
  void theDriverCommitsToTheGroupAndReadsFromThePositions() {
    try (Consumer<byte[], byte[]> consumer = assignment.onStart(Map.of())) {
      assertThat(consumer.groupMetadata().groupId()).isEqualTo("kept");
      assertThat(consumer.assignment()).containsExactly(PARTITION);
      assertThat(consumer.position(PARTITION)).isEqualTo(42);
    }
  }

  @Test
  void aStreamThatHasReadGoesOnWhereItIs() {
    try (Consumer<byte[], byte[]> consumer = assignment.onStart(Map.of(PARTITION, 50L))) {
      assertThat(consumer.position(PARTITION)).isEqualTo(50);
    }
  }

  /** Nothing is committed here. */
  private record NobodysClaim() implements CommitClaim {

    @Override
    public String metadataOf(io.offsetwise.domain.offset.TopicPartition partition) {
      return "";
    }

    @Override
    public void requireNotReplaced(
        io.offsetwise.domain.offset.TopicPartition partition, String metadata) {}
  }

  private static StreamingContexts contexts() {
    DirectStreamSettings settings =
        new DirectStreamSettings(
            Duration.ofSeconds(1),
            Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "100"),
            Duration.ofSeconds(1));
    SaveContext context =
        new SaveContext(
            new StreamName("wallet"),
            DeliveryGuarantee.AT_LEAST_ONCE.planFor(OffsetStorage.KAFKA_ASYNC),
            new Epoch(3),
            Map.of());
    return StreamingContexts.of(
        SPARK.context(),
        settings,
        new ConsumerProperties(settings.kafkaProperties()).forSession(context),
        Positions.of(Map.of(new io.offsetwise.domain.offset.TopicPartition("a", 0), 42L)));
  }
}
