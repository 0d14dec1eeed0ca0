package io.offsetwise.adapters.storage.postgresql;

import static java.util.Map.entry;

import io.offsetwise.adapters.storage.jdbc.SqlProblem;
import io.offsetwise.application.stop.StopReason;
import java.util.Map;

/**
 * What PostgreSQL's own SQLSTATEs mean, or classes of them; see appendix A of its documentation.
 */
final class PostgresProblems {

  private static final SqlProblem NOT_ALLOWED =
      SqlProblem.once(
          StopReason.UNAVAILABLE,
          "refuses a statement to this user",
          "the user probably lacks rights on the tables or, for migrations, on the schema; grant"
              + " them");

  /** A wrong password has a state of its own. */
  private static final SqlProblem NOT_ADMITTED =
      SqlProblem.once(
          StopReason.UNAVAILABLE,
          "does not let this client in",
          "its pg_hba.conf has probably no line for this user, database and host, with TLS or"
              + " without it; add one, or correct sslmode in the JDBC URL");

  private static final SqlProblem TOO_SLOW =
      SqlProblem.once(
          StopReason.TRANSIENT,
          "gave up a statement that took too long",
          "the server is probably overloaded, or an administrator has cancelled it; look at its"
              + " load, or raise the statement timeout");

  private static final SqlProblem LEFT_ALONE =
      SqlProblem.once(
          StopReason.TRANSIENT,
          "ended a transaction in which nothing was asked for too long",
          "this process was probably paused, or its source gave no records for so long; raise the"
              + " idle timeout when that is usual here");

  private static final SqlProblem NO_CONNECTION_LEFT =
      SqlProblem.once(
          StopReason.TRANSIENT,
          "takes no further connection",
          "its max_connections are probably used up; end other clients, or give the pool fewer"
              + " connections");

  static final Map<String, SqlProblem> BY_STATE =
      Map.ofEntries(
          entry("08004", SqlProblem.WRONG_CREDENTIALS), // the driver's own: there is no password
          entry("08007", SqlProblem.UNREACHABLE),
          entry("08P01", SqlProblem.UNREACHABLE),
          entry("57P01", SqlProblem.UNREACHABLE),
          entry("57P02", SqlProblem.UNREACHABLE),
          entry("57P03", SqlProblem.UNREACHABLE),
          entry("57P04", SqlProblem.NOT_THERE),
          entry("57P05", LEFT_ALONE),
          entry("25P03", LEFT_ALONE),
          entry("57014", TOO_SLOW),
          entry("25P04", TOO_SLOW),
          entry("53300", NO_CONNECTION_LEFT),
          entry("40P01", SqlProblem.GIVEN_UP),
          entry("55P03", SqlProblem.LOCKED),
          entry("28000", NOT_ADMITTED),
          entry("28P01", SqlProblem.WRONG_CREDENTIALS),
          entry("42501", NOT_ALLOWED),
          entry("53100", SqlProblem.NOT_WRITABLE),
          entry("58", SqlProblem.NOT_WRITABLE),
          entry("XX001", SqlProblem.NOT_WRITABLE),
          entry("3F000", SqlProblem.SCHEMA_MISSING),
          entry("42P01", SqlProblem.SCHEMA_MISSING),
          entry("42703", SqlProblem.SCHEMA_MISSING));

  private PostgresProblems() {}
}
