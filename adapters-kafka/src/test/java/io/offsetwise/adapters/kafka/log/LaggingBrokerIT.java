package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.local.ThreeBrokers;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.TopicId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A topic is created again while one of three brokers hears nothing of it. */
@Tag("full")
@Timeout(120)
class LaggingBrokerIT {

  private static final String TOPIC = "payments";
  private static final NewTopic ON_THE_FIRST_TWO =
      new NewTopic(TOPIC, Map.of(0, List.of(1), 1, List.of(2)));

  private final List<KafkaConnection> used = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void closeWhatIsShared() throws Exception {
    for (KafkaConnection connection : used) {
      PerJvm.close(new SharedBrokers(connection));
      PerJvm.close(new SharedAdmin(connection));
    }
  }

  @Test
  void theIdOfATopicIsKnownOnlyWhenAllLivingBrokersAgree() throws Exception {
    try (ThreeBrokers cluster = ThreeBrokers.start(folder)) {
      KafkaConnection toTheThird =
          connection(Duration.ofSeconds(2), cluster.address(3), cluster.address(1));
      KafkaConnection toTheFirst = connection(Duration.ofSeconds(10), cluster.address(1));
      create(toTheFirst);
      // The controller answers before the brokers have heard of what it created.
      TopicId former =
          await()
              .ignoreExceptionsInstanceOf(StoppedException.class)
              .until(() -> idOf(toTheThird), Objects::nonNull);

      cluster.cutThirdOff();
      delete(toTheFirst);
      create(toTheFirst);

      await().untilAsserted(() -> assertThat(idsKnownTo(toTheThird)).hasSize(2).contains(former));
      assertThatThrownBy(() -> idOf(toTheThird))
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("did not agree on the id of topic payments within 2000 ms")
          .hasMessageContaining("says " + former);

      cluster.joinThirdAgain();
      TopicId today = idOf(toTheFirst);
      assertThat(today).isNotEqualTo(former);

      cluster.stop(3);
      assertThat(idOf(toTheThird)).as("without the third").isEqualTo(today);
    }
  }

  private KafkaConnection connection(Duration timeout, String... addresses) {
    KafkaConnection connection = KafkaConnection.to(timeout, addresses);
    used.add(connection);
    return connection;
  }

  /** All that somebody says, in one round. */
  private static List<TopicId> idsKnownTo(KafkaConnection connection) {
    return PerJvm.get(new SharedBrokers(connection)).of(TOPIC).values().stream()
        .map(BrokerView.Answered.class::cast)
        .map(BrokerView.Answered::id)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static TopicId idOf(KafkaConnection connection) {
    try (TopicIdentity topics = new KafkaTopicIdentityProvider(connection).open()) {
      return topics.idOf(TOPIC);
    }
  }

  private static void create(KafkaConnection connection) {
    atLast(
        connection,
        admin -> admin.createTopics(List.of(ON_THE_FIRST_TWO)).all(),
        TopicExistsException.class);
  }

  private static void delete(KafkaConnection connection) {
    atLast(
        connection,
        admin -> admin.deleteTopics(List.of(TOPIC)).all(),
        UnknownTopicOrPartitionException.class);
  }

  /**
   * The client chooses whom it asks. A broker that was cut off from its controller never answers,
   * and is left for another one; the first try may have been heard all the same.
   */
  private static void atLast(
      KafkaConnection connection,
      Function<Admin, KafkaFuture<Void>> request,
      Class<? extends Exception> doneBefore) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              try (Admin admin = Admin.create(impatient(connection))) {
                request.apply(admin).get();
              } catch (ExecutionException answered) {
                assertThat(answered).hasCauseInstanceOf(doneBefore);
              }
            });
  }

  private static Map<String, Object> impatient(KafkaConnection connection) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        String.join(",", connection.bootstrapServers()),
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        1_000,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        10_000);
  }
}
