package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTimeTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00.000",
        "2026-01-31T12:00:00.123",
        "2026-01-31T12:00:00.000Z",
        "2026-01-31T12:00:00.000+01:00",
        "2026-01-31T12:00:00.000-05:30",
        "2026-01-31T12:00:00.000+01",
        "1970-01-01T00:00:00.000"
      })
  void aTimeIsTheOneOfKafkasTool(String text) throws Exception {
    assertThat(AskedTime.dateTime(text).instant().toEpochMilli())
        .isEqualTo(Utils.getDateTime(text));
  }

  @Test
  void aFractionOfASecondMayBeLeftOut() {
    assertThat(AskedTime.dateTime("2026-01-31T12:00:00").instant()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-01-31",
        "2026-02-30T12:00:00.000",
        "2026-01-31T25:00:00.000",
        "2026-01-31T12:00:00.000+25:00"
      })
  void whatIsNoTimeIsSaidWithTheForm(String text) {
    assertThatThrownBy(() -> AskedTime.dateTime(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is no time: it must be YYYY-MM-DDTHH:mm:SS.sss");
  }

  @Test
  void aDurationIsCountedBackFromNow() {
    assertThat(AskedTime.before(NOON, "P1DT2H3M4S").instant())
        .isEqualTo(Instant.parse("2026-01-30T09:56:56Z"));
    assertThatThrownBy(() -> AskedTime.before(NOON, "2 hours"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'2 hours' is no duration");
  }

  @Test
  void aTimeIsSaidInBothZones() {
    assertThat(AskedTime.dateTime("2026-01-31T12:00:00.000").describe(ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            "2026-01-31T12:00:00.000 is 2026-01-31T12:00:00Z (UTC),"
                + " 2026-01-31 13:00:00.000 +01:00 (Europe/Berlin) here");
  }
}
