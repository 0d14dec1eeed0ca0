package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenTransactionWatchTest {

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);

  private final FakeStream stream =
      new FakeStream(Set.of("a"), DeliveryGuarantee.AT_LEAST_ONCE.plan(), 4);
  private final List<OpenTransaction> warned = new CopyOnWriteArrayList<>();
  private final List<StartedStream> sessions = new ArrayList<>();

  @BeforeEach
  void fillTopic() {
    stream.log().create("a", 2);
    stream.log().append(A0, 4);
  }

  @Test
  void aTransactionThatStaysOpenIsToldOnce() {
    stream.log().begin(A0, 3);
    try (OpenTransactionWatch watch = watch(Duration.ofMillis(20))) {
      watch.started(stream.start(StartRules.STRICT));
      await().until(() -> !warned.isEmpty());
      stream.log().begin(A1, 1);
      await().until(() -> warned.size() > 1);
    }

    assertThat(warned).extracting(OpenTransaction::partition).containsExactly(A0, A1);
    assertThat(warned.get(0).startOffset()).isEqualTo(4);
    assertThat(sessions).hasSize(1);
  }

  @Test
  void aBrokerThatDoesNotAnswerIsAskedAgain() {
    stream.log().begin(A0, 3);
    try (OpenTransactionWatch watch = watch(Duration.ofMillis(20))) {
      StartedStream started = stream.start(StartRules.STRICT);
      stream.log().disconnect();
      watch.started(started);
      await().pollDelay(Duration.ofMillis(60)).until(warned::isEmpty);

      stream.log().reconnect();

      await().until(() -> !warned.isEmpty());
    }
  }

  @Test
  void onlyWhatIsSeenOpenForLongIsLong() {
    LongTransactions patient = new LongTransactions(Duration.ofMinutes(1));
    LongTransactions impatient = new LongTransactions(Duration.ZERO);

    assertThat(patient.among(List.of(open(A0, 4)))).isEmpty();
    assertThat(patient.among(List.of(open(A0, 4)))).isEmpty();
    assertThat(impatient.among(List.of(open(A1, 4), open(A0, 4))))
        .extracting(OpenTransaction::partition)
        .containsExactly(A0, A1);
    assertThat(impatient.among(List.of(open(A0, 4)))).as("told before").isEmpty();
    assertThat(impatient.among(List.of(open(A0, 9)))).as("the next one").hasSize(1);
  }

  private OpenTransactionWatch watch(Duration patience) {
    return new OpenTransactionWatch(
        stream.log(),
        patience,
        warned::addAll,
        new SessionObserver() {
          @Override
          public void started(StartedStream started) {
            sessions.add(started);
          }

          @Override
          public void saved(SavedBatch batch) {}
        });
  }

  private static OpenTransaction open(TopicPartition partition, long start) {
    return new OpenTransaction(partition, 7, 0, start, Instant.EPOCH);
  }
}
