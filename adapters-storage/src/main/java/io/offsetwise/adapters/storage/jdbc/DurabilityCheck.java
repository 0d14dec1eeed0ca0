package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The look at a database before it is used: it answers, and what it commits survives a kill. The
 * URL alone does not tell, because {@code WRITE_DELAY} belongs to the database, not to a
 * connection.
 */
record DurabilityCheck(JdbcSettings settings) {

  private static final String WRITE_DELAY =
      "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'";

  /**
   * Connects once, for no longer than the connection timeout.
   *
   * @throws StreamStoppedException with reason {@code UNAVAILABLE} or {@code IMPOSSIBLE}
   */
  void require() {
    H2Url url = H2Url.parse(settings.url());
    url.requireDurable();
    long patience = settings.timeouts().connection().toMillis();
    CountingDataSource source =
        new CountingDataSource(
            url.connectingUrl(settings.timeouts(), patience), settings.credentials());
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(WRITE_DELAY);
        ResultSet rows = statement.executeQuery()) {
      if (!url.isMemory() && rows.next() && !rows.getString(1).equals("0")) {
        throw losesCommits(url, rows.getString(1));
      }
    } catch (SQLException failure) {
      throw new SqlFailures(url.address()).translate(new UncheckedSqlException(failure));
    }
  }

  private static StreamStoppedException losesCommits(H2Url url, String delay) {
    return new StreamStoppedException(
        StopReason.IMPOSSIBLE,
        "database "
            + url.address()
            + " works with WRITE_DELAY="
            + delay
            + " ms: H2 would lose committed transactions when its process is killed, so that no"
            + " guarantee holds; append ;WRITE_DELAY=0 to the JDBC URL");
  }
}
