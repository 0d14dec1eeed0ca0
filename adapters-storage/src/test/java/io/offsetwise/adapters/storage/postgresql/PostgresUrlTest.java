package io.offsetwise.adapters.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

@OnH2
class PostgresUrlTest {

  private static final String HOST = "jdbc:postgresql://host:5432/wallets";

  /** Each would run code, read a file, or keep rows from being counted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "socketFactory=evil.Factory",
        "socketFactoryArg=x",
        "sslfactory=evil.Factory",
        "sslhostnameverifier=evil.Verifier",
        "sslpasswordcallback=evil.Callback",
        "jaasApplicationName=evil",
        "jaasLogin=true",
        "gsslib=evil",
        "loggerFile=/etc/evil",
        "loggerLevel=TRACE",
        "SOCKETFACTORY=evil.Factory",
        "socket%46actory=evil.Factory",
        "currentSchema=b&socketFactory=evil.Factory",
        "authenticationPluginClassName=evil.Plugin",
        "xmlFactoryFactory=evil.Factory",
        "localSocketAddress=10.0.0.1",
        "reWriteBatchedInserts=true",
        "autosave=always",
        "readOnly=true",
        "preferQueryMode=simple",
        "noSuchOption=1"
      })
  void whatIsNotKnownToBeHarmlessIsRefused(String option) {
    assertThatThrownBy(() -> PostgresUrl.parse(HOST + "?currentSchema=a&" + option))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "JDBC URL " + HOST + " has " + nameOfLast(option) + ", which is not taken from")
        .hasMessageNotContaining("evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host:port/x",
        "jdbc:postgresql://host:99999/x",
        "jdbc:postgresql://user:pass/word@port/x"
      })
  void whatTheDriverCannotReadIsRefusedWithTheForm(String url) {
    assertThatThrownBy(() -> PostgresUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write jdbc:postgresql://HOST:PORT/DATABASE")
        .hasMessageNotContaining("word");
  }

  /** Two schemas of a database hold different tables; other options change nothing of that. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "?sslmode=verify-full, ''",
    "?currentSchema=pay, ?currentSchema=pay",
    "?sslmode=require&currentSchema=pay, ?currentSchema=pay"
  })
  void anAddressNamesTheSchema(String options, String shown) {
    assertThat(PostgresUrl.parse(HOST + options).place()).isEqualTo(HOST + shown);
  }

  @Test
  void whatIsAllowedIsKnownToTheDriver() {
    assertThat(new Driver().getPropertyInfo(HOST, new Properties()))
        .extracting(option -> option.name)
        .containsAll(PostgresUrl.ALLOWED);
  }

  @Test
  void addressesOfIpv6AreRead() {
    assertThat(PostgresUrl.parse("jdbc:postgresql://[::1]:5433/wallets").options())
        .containsEntry("PGHOST", "[::1]")
        .containsEntry("PGPORT", "5433");
  }

  @Test
  void everyWaitIsBounded() {
    assertThat(connecting(HOST))
        .containsEntry("connectTimeout", "10")
        .containsEntry("loginTimeout", "10")
        .containsEntry("socketTimeout", "4")
        .doesNotContainKey("targetServerType");
    assertThat(PostgresUrl.bounds(JdbcTimeouts.STANDARD, Duration.ofMillis(2500)))
        .containsExactly(
            "SET lock_timeout = 10000",
            "SET statement_timeout = 2500",
            "SET idle_in_transaction_session_timeout = 120000");
  }

  @Test
  void ofSeveralHostsThePrimaryIsLookedFor() {
    assertThat(connecting("jdbc:postgresql://one:5432,other:5432/wallets"))
        .containsEntry("targetServerType", "primary");
  }

  private static String nameOfLast(String options) {
    String last = options.substring(options.indexOf('&') + 1);
    return last.substring(0, last.indexOf('='));
  }

  private static Properties connecting(String url) {
    return PostgresUrl.parse(url)
        .connecting(new Properties(), JdbcTimeouts.STANDARD, Duration.ofMillis(2500));
  }
}
