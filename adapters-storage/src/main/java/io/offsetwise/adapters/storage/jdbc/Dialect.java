package io.offsetwise.adapters.storage.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * All that one kind of database does in a way of its own. Everything else here is written once, in
 * the SQL that they share.
 *
 * <p>{@link java.util.ServiceLoader} finds the dialects: each is a public class with a public
 * constructor without parameters, named in {@code META-INF/services}. It is a value, so that
 * settings of equal databases are equal, and travels to executors. Thread-safe.
 */
public interface Dialect extends Serializable {

  /** What messages call the database. */
  String name();

  /** What its JDBC URLs begin with, up to the second colon. */
  String prefix();

  /**
   * Makes sure that a URL can work, whatever the database says.
   *
   * @throws IllegalArgumentException when it asks for something that the statements here forbid
   */
  void requireSupported(String url);

  /**
   * What tells the database of {@code url} from others, and is shown in messages: without options,
   * since a secret may stand there.
   */
  String address(String url);

  /** Whether what is stored is gone with the process that holds it, this one or a server's. */
  boolean isMemory(String url);

  /** Whether several processes can use the database at the same time. */
  boolean isShared(String url);

  /** The URL of the same database under which none comes into being when it is not there. */
  String existing(String url);

  /**
   * Opens a connection whose every wait is bounded; not through {@link java.sql.DriverManager},
   * which does not see drivers that spark-submit has loaded.
   *
   * @param answer the longest wait for the answer to a statement
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when the
   *     URL alone tells that a kill would lose committed transactions; nothing is created then
   */
  Connection connect(JdbcSettings settings, Duration answer) throws SQLException;

  /**
   * Makes sure that the database answers, and that what it commits survives a kill: a URL alone
   * does not tell.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when a
   *     kill would lose committed transactions
   */
  void requireDurable(String url, Connection connection) throws SQLException;

  /** The lowest level at which a transaction sees all tables at the instant of its first query. */
  TransactionIsolationLevel snapshotIsolation();

  /**
   * Makes an insert pass over rows whose unique key is there already; whoever inserts the same key
   * in an open transaction is waited for.
   *
   * @param insert a whole {@code INSERT INTO ... VALUES (...)}
   */
  String insertMissing(String insert);

  /**
   * The type of the elements of an array of texts, as {@link Connection#createArrayOf} takes it.
   */
  String textType();

  /** How many rows are written; by plain batches where nothing faster is known. */
  default BulkWriter bulkWriter() {
    return new BatchedWriter();
  }

  /**
   * What stands for a column of texts where all that differs must be told apart, whatever type and
   * collation it has. In ORDER BY texts come in the order of their characters' codes, which is that
   * of {@link String#compareTo}, and not in a language's order.
   */
  String exactText(String column);

  /**
   * What its own SQLSTATEs mean, or classes of them by their first characters. Those of the SQL
   * standard need not be among them.
   */
  Map<String, SqlProblem> problems();

  /**
   * The SQLSTATE of one exception of a chain, or the one that it should have had: a database may
   * report by words alone what has a SQLSTATE.
   *
   * @return never null; {@code "null"} when there is none
   */
  default String stateOf(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }

  /**
   * The folder of migrations that does for this database what {@code folder} does for others:
   * {@code folder} itself as long as it understands their SQL.
   */
  default String migrations(String folder) {
    return folder;
  }
}
