package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.fake.FakeStreamPresence;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PresenceBeatTest {

  private static final Duration OFTEN = Duration.ofMillis(5);

  private final FakeStream stream =
      new FakeStream(Set.of("a"), DeliveryGuarantee.AT_LEAST_ONCE.plan(), 4);
  private final FakeStreamPresence presence = new FakeStreamPresence();
  private final List<StartedStream> sessions = new ArrayList<>();
  private final DriverIdentity driver = new DriverIdentity(stream.name(), "id", "here", 7);

  @BeforeEach
  void fillTopic() {
    stream.log().create("a", 1);
    stream.log().append(new TopicPartition("a", 0), 4);
  }

  @Test
  void aDriverIsSeenFromItsFirstSessionToItsEnd() {
    try (PresenceBeat beat = beat()) {
      assertThat(presence.living(stream.name())).isEmpty();

      beat.started(stream.start(StartRules.STRICT));

      await().until(() -> presence.beats() > 3);
      assertThat(presence.living(stream.name()))
          .singleElement()
          .satisfies(
              living -> {
                assertThat(living.host()).isEqualTo("here");
                assertThat(living.pid()).isEqualTo(7);
                assertThat(living.epoch().number()).isEqualTo(1);
              });
      assertThat(sessions).hasSize(1);
    }
    assertThat(presence.living(stream.name())).isEmpty();
  }

  @Test
  void theNextSessionIsSeenUnderItsOwnEpochAlone() {
    try (PresenceBeat beat = beat()) {
      beat.started(stream.start(StartRules.STRICT));
      beat.started(stream.start(StartRules.STRICT));

      await().until(() -> !presence.living(stream.name()).isEmpty() && epoch() == 2);
      int before = presence.beats();
      await().until(() -> presence.beats() > before + 5);
      assertThat(epoch()).isEqualTo(2);
    }
  }

  @Test
  void aBeatThatFailsIsMadeUpForByTheNext() {
    presence.breakDown();
    try (PresenceBeat beat = beat()) {
      beat.started(stream.start(StartRules.STRICT));
      await().until(() -> presence.beats() > 2);
      assertThat(presence.living(stream.name())).isEmpty();

      presence.repair();

      await().until(() -> !presence.living(stream.name()).isEmpty());
    }
  }

  private long epoch() {
    return presence.living(stream.name()).get(0).epoch().number();
  }

  private PresenceBeat beat() {
    SessionObserver observer =
        new SessionObserver() {
          @Override
          public void started(StartedStream started) {
            sessions.add(started);
          }

          @Override
          public void saved(SavedBatch batch) {}
        };
    return new PresenceBeat(presence, driver, OFTEN, observer);
  }
}
