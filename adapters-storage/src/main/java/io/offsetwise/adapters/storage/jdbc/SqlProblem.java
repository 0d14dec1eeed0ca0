package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What goes wrong with a database, by the SQLSTATEs that H2 and PostgreSQL report it with, or by
 * their first two characters, which are the class.
 */
enum SqlProblem {
  UNREACHABLE(
      StopReason.UNAVAILABLE,
      "cannot be reached",
      "it probably does not run or the address is wrong; start it, or correct the JDBC URL",
      "08000",
      "08001",
      "08003",
      "08004",
      "08006",
      "57P01",
      "90067",
      "90098",
      "90121"),
  WRONG_CREDENTIALS(
      StopReason.UNAVAILABLE,
      "refuses the user or the password",
      "the user name or the secret that the settings refer to is probably not the database's own;"
          + " correct them",
      "28000",
      "28P01"),
  NOT_ALLOWED(
      StopReason.UNAVAILABLE,
      "refuses a statement to this user",
      "the user probably lacks rights on the tables or, in H2, is no administrator although the URL"
          + " sets something for the whole database; grant them",
      "90040",
      "90096",
      "42501"),
  IN_USE(
      StopReason.UNAVAILABLE,
      "is locked by another process",
      "an embedded H2 file belongs to one process; stop the other one, or use an H2 server",
      "90020"),
  NOT_THERE(
      StopReason.UNAVAILABLE,
      "does not exist",
      "the name is probably misspelt, or nobody has created the database; correct the JDBC URL",
      "90149",
      "90146",
      "3D000"),
  LOCKED(
      StopReason.UNAVAILABLE,
      "let a statement wait too long for a lock",
      "another writer, perhaps a stopped driver with an open transaction, probably holds the rows;"
          + " end it, then start again",
      "HYT00",
      "55P03"),
  GIVEN_UP(
      StopReason.UNAVAILABLE,
      "gave up a transaction that was in the way of others",
      "two writers probably lock the same rows in different orders, again and again; let the job's"
          + " writer write its rows in one order, then start again",
      "40001", // serialization failure; H2's deadlocks as well
      "40P01"), // PostgreSQL's deadlocks
  NOT_WRITABLE(
      StopReason.UNAVAILABLE,
      "cannot be read or written",
      "the disk is probably full or the files are not this user's; look at the disk",
      "90028",
      "90031",
      "90097",
      "53100",
      "25006"),
  SCHEMA_MISSING(
      StopReason.SCHEMA_VERSION,
      "lacks a table or a column",
      "the schema was probably not migrated, or somebody has dropped a part of it; start the job's"
          + " driver, which migrates it, or restore it",
      "42S02",
      "42S03",
      "42S04",
      "42S22",
      "42P01",
      "42703"),
  VALUE_REFUSED(
      StopReason.RESULTS_REFUSED,
      "refuses a value that is to be stored",
      "a result probably breaks a limit or a constraint of its table, and will again at each start;"
          + " let the job's function reject such records, or change the table",
      "22", // data exceptions: length, range, characters
      "23"), // constraints
  POOL_EXHAUSTED(
      StopReason.UNAVAILABLE,
      "gave no free connection in time",
      "all connections of the pool are probably held by other tasks; give the pool as many"
          + " connections as tasks run at once");

  private final StopReason reason;
  private final String symptom;
  private final String advice;
  private final Set<String> states;

  SqlProblem(StopReason reason, String symptom, String advice, String... states) {
    this.reason = reason;
    this.symptom = symptom;
    this.advice = advice;
    this.states = Set.of(states);
  }

  /**
   * How often a commit that meets this problem is tried in all: whoever was rolled back for the
   * sake of another writer gets through as soon as that one has committed. H2 finds no deadlock
   * between two inserts of the same keys, and one of them then waits until its bound; beyond that,
   * whoever holds the lock will not give it back.
   */
  int attempts() {
    return switch (this) {
      case GIVEN_UP -> 5;
      case LOCKED -> 2;
      default -> 1;
    };
  }

  /** The problem behind {@code failure}, from the outermost exception inwards. */
  static Optional<SqlProblem> of(SQLException failure) {
    return chain(failure).stream()
        .flatMap(
            link -> Arrays.stream(values()).filter(problem -> problem.isReportedBy(stateOf(link))))
        .findFirst()
        .or(() -> withoutState(failure));
  }

  /** A pool reports no SQLSTATE when nothing is wrong but that it is empty. */
  private static Optional<SqlProblem> withoutState(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        ? Optional.of(POOL_EXHAUSTED)
        : Optional.empty();
  }

  /** The exception that stops the stream. */
  StreamStoppedException stop(String address, SQLException failure) {
    return new StreamStoppedException(
        reason,
        "database "
            + address
            + " "
            + symptom
            + " ("
            + firstLine(failure)
            + stateIn(failure)
            + "): "
            + advice,
        failure);
  }

  /** The innermost message without the statement that H2 appends to it. */
  static String firstLine(SQLException failure) {
    List<SQLException> chain = chain(failure);
    return String.valueOf(chain.get(chain.size() - 1).getMessage())
        .lines()
        .findFirst()
        .orElse("no message")
        .replaceFirst("; SQL statement:$", "");
  }

  private static String stateIn(SQLException failure) {
    return chain(failure).stream()
        .map(SQLException::getSQLState)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner)
        .map(state -> ", SQL state " + state)
        .orElse("");
  }

  private boolean isReportedBy(String state) {
    return states.stream().anyMatch(state::startsWith);
  }

  private static String stateOf(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }

  private static List<SQLException> chain(SQLException failure) {
    List<SQLException> chain = new ArrayList<>();
    Throwable link = failure;
    while (link instanceof SQLException sql && !chain.contains(sql)) {
      chain.add(sql);
      link = sql.getNextException() == null ? sql.getCause() : sql.getNextException();
    }
    return chain;
  }
}
