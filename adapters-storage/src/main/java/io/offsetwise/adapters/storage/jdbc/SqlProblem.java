package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What can go wrong with a database, and what it means for a stream. Those that several databases
 * meet are here; a {@link Dialect} tells by which SQLSTATEs it reports them, and may add its own.
 *
 * @param reason the reason of the stop
 * @param attempts how often a commit that meets it is tried in all, at least 1
 * @param symptom what the database does, as the words after its name
 * @param advice what is probably the cause, and what to do about it
 */
public record SqlProblem(StopReason reason, int attempts, String symptom, String advice) {

  public static final SqlProblem UNREACHABLE =
      once(
          StopReason.TRANSIENT,
          "cannot be reached",
          "it probably does not run or the address is wrong; start it, or correct the JDBC URL");

  public static final SqlProblem WRONG_CREDENTIALS =
      once(
          StopReason.UNAVAILABLE,
          "refuses the user or the password",
          "the user name or the secret that the settings refer to is probably not the database's"
              + " own; correct them");

  /** There again at each attempt, other than a connection that was lost. */
  public static final SqlProblem NOT_TRUSTED =
      once(
          StopReason.UNAVAILABLE,
          "and this program do not agree on TLS",
          "a certificate has probably expired, is another host's, or is not in sslrootcert; renew"
              + " it, or correct sslmode and sslrootcert in the JDBC URL");

  public static final SqlProblem NOT_THERE =
      once(
          StopReason.UNAVAILABLE,
          "does not exist",
          "the name is probably misspelt, or nobody has created the database; correct the JDBC"
              + " URL");

  /**
   * H2 finds no deadlock between two inserts of the same keys, and one of them then waits until its
   * bound: it is tried again. Beyond that, whoever holds the lock will not give it back.
   */
  public static final SqlProblem LOCKED =
      new SqlProblem(
          StopReason.TRANSIENT,
          2,
          "let a statement wait too long for a lock",
          "another writer, perhaps a stopped driver with an open transaction, probably holds the"
              + " rows; end it, then start again");

  /** A deadlock too: the victim gets through as soon as the other writer has committed. */
  public static final SqlProblem GIVEN_UP =
      new SqlProblem(
          StopReason.TRANSIENT,
          5,
          "gave up a transaction that was in the way of others",
          "two writers probably lock the same rows in different orders, again and again; let the"
              + " job's writer write its rows in one order, then start again");

  public static final SqlProblem NOT_WRITABLE =
      once(
          StopReason.UNAVAILABLE,
          "cannot be read or written",
          "the disk is probably full or the files are not this user's; look at the disk");

  public static final SqlProblem SCHEMA_MISSING =
      once(
          StopReason.SCHEMA_VERSION,
          "lacks a table or a column",
          "the schema was probably not migrated, or somebody has dropped a part of it; start the"
              + " job's driver, which migrates it, or restore it");

  public static final SqlProblem VALUE_REFUSED =
      once(
          StopReason.RESULTS_REFUSED,
          "refuses a value that is to be stored",
          "a result probably breaks a limit or a constraint of its table, and will again at each"
              + " start; let the job's function reject such records, or change the table");

  public static final SqlProblem POOL_EXHAUSTED =
      once(
          StopReason.TRANSIENT,
          "gave no free connection in time",
          "all connections of the pool are probably held by other tasks; give the pool as many"
              + " connections as tasks run at once");

  public SqlProblem {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(symptom, "symptom");
    Objects.requireNonNull(advice, "advice");
  }

  /** A problem that is there again at a second attempt. */
  public static SqlProblem once(StopReason reason, String symptom, String advice) {
    return new SqlProblem(reason, 1, symptom, advice);
  }

  /** The exception that stops the stream. */
  StoppedException stop(String address, SQLException failure) {
    SqlChain chain = SqlChain.of(failure);
    return reason.because(
        failure,
        "database %s %s (%s%s): %s",
        address,
        symptom,
        chain.firstLine(),
        chain.state().map(state -> ", SQL state " + state).orElse(""),
        advice);
  }
}
