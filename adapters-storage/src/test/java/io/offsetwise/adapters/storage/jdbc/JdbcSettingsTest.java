package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.OnH2;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnH2
class JdbcSettingsTest {

  private static final Credentials NOBODY = new Credentials.None();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x;PASSWORD=hunter2",
        "jdbc:h2:mem:x;User=u;password = hunter2",
        "jdbc:postgresql://host/db?user=u&password=hunter2",
        "jdbc:postgresql://u:hunter2@host/db",
        "jdbc:postgresql://u:hunter2/@host/db",
        "jdbc:mysql://u:hunter2/@host/db",
        "jdbc:h2:tcp://u:hunter2@host/db"
      })
  void aPasswordInTheUrlIsRefusedAndNotShown(String url) {
    assertThatThrownBy(() -> JdbcSettings.pooled(url, NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds a password")
        .hasMessageContaining("environment variable")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://host/db, does not begin with jdbc:h2:",
    "nonsense, 'nonsense'",
    "jdbc:h2:mem:x;MODE=Oracle, MODE=Oracle"
  })
  void aUrlThatCannotWorkIsRefused(String url, String said) {
    assertThatThrownBy(() -> JdbcSettings.pooled(url, NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aPoolNeedsAConnection() {
    assertThatThrownBy(() -> JdbcSettings.pooled("jdbc:h2:mem:x", NOBODY).withPoolSize(0))
        .hasMessageContaining("pool size 0");
  }

  @ParameterizedTest
  @CsvSource({
    "100,1000,2000,1,connection timeout 100 ms",
    "1000,0,2000,1,0 ms",
    "1000,2000,2000,1,2000 ms",
    "1000,1000,2000,0,idle timeout 0 ms"
  })
  void waitsMustFitTogether(long connection, long lock, long answer, long idle, String said) {
    assertThatThrownBy(
            () ->
                new JdbcTimeouts(
                    Duration.ofMillis(connection),
                    Duration.ofMillis(lock),
                    Duration.ofMillis(answer),
                    Duration.ofMillis(idle)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
