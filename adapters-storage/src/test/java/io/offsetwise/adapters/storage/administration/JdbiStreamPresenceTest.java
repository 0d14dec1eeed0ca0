package io.offsetwise.adapters.storage.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.session.DriverIdentity;
import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JdbiStreamPresenceTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final DriverIdentity FIRST = new DriverIdentity(STREAM, "first", "machine-1", 11);
  private static final DriverIdentity SECOND =
      new DriverIdentity(STREAM, "second", "machine-2", 22);

  @AutoClose private final TestDatabase database = TestDatabase.create();
  private final JdbiStreamPresence presence = new JdbiStreamPresence(database.connections());

  @Test
  void driversAreSeenTheYoungestClaimFirst() {
    presence.announce(FIRST, new Epoch(3));
    presence.announce(SECOND, new Epoch(4));
    presence.announce(
        new DriverIdentity(new StreamName("other"), "third", "machine-3", 33), new Epoch(9));

    assertThat(presence.living(STREAM))
        .extracting(LivingDriver::host)
        .containsExactly("machine-2", "machine-1");
    LivingDriver youngest = presence.living(STREAM).get(0);
    assertThat(youngest.pid()).isEqualTo(22);
    assertThat(youngest.epoch()).isEqualTo(new Epoch(4));
    assertThat(youngest.silence()).isBetween(Duration.ZERO, Duration.ofSeconds(5));
  }

  @Test
  void anotherBeatKeepsTheBeginningAndTakesTheNewEpoch() {
    presence.announce(FIRST, new Epoch(3));
    LivingDriver before = presence.living(STREAM).get(0);

    presence.announce(FIRST, new Epoch(5));

    assertThat(presence.living(STREAM))
        .singleElement()
        .satisfies(
            driver -> {
              assertThat(driver.since()).isEqualTo(before.since());
              assertThat(driver.epoch()).isEqualTo(new Epoch(5));
            });
  }

  @Test
  void whoIsSilentForTooLongIsNotSeenUntilTheNextBeat() {
    presence.announce(FIRST, new Epoch(3));
    database.execute(
        "UPDATE stream_presence SET seen_at = CURRENT_TIMESTAMP - INTERVAL '11' SECOND");
    assertThat(presence.living(STREAM)).isEmpty();

    presence.announce(FIRST, new Epoch(3));

    assertThat(presence.living(STREAM)).hasSize(1);
  }

  @Test
  void whoHasEndedIsNotSeen() {
    presence.announce(FIRST, new Epoch(3));

    presence.withdraw(FIRST);
    presence.withdraw(SECOND);

    assertThat(presence.living(STREAM)).isEmpty();
    assertThat(database.number("SELECT COUNT(*) FROM stream_presence")).isZero();
  }

  @Test
  void thoseThatWereKilledAreForgottenInTheEnd() {
    presence.announce(FIRST, new Epoch(3));
    database.execute("UPDATE stream_presence SET seen_at = CURRENT_TIMESTAMP - INTERVAL '2' HOUR");

    presence.announce(SECOND, new Epoch(4));

    assertThat(database.number("SELECT COUNT(*) FROM stream_presence")).isEqualTo(1);
  }
}
