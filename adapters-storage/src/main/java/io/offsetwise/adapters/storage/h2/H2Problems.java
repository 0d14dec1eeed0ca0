package io.offsetwise.adapters.storage.h2;

import static java.util.Map.entry;

import io.offsetwise.adapters.storage.jdbc.SqlProblem;
import io.offsetwise.application.stop.StopReason;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** What H2's own SQLSTATEs mean. */
final class H2Problems {

  private static final SqlProblem NOT_ALLOWED =
      SqlProblem.once(
          StopReason.UNAVAILABLE,
          "refuses a statement to this user",
          "the user probably lacks rights on the tables or, in H2, is no administrator although the"
              + " URL sets something for the whole database; grant them");

  private static final SqlProblem IN_USE =
      SqlProblem.once(
          StopReason.UNAVAILABLE,
          "is locked by another process",
          "an embedded H2 file belongs to one process; stop the other one, or use an H2 server");

  static final Map<String, SqlProblem> BY_STATE =
      Map.ofEntries(
          entry("90067", SqlProblem.UNREACHABLE),
          entry("90098", SqlProblem.UNREACHABLE),
          entry("90121", SqlProblem.UNREACHABLE),
          entry("90040", NOT_ALLOWED),
          entry("90096", NOT_ALLOWED),
          entry("90020", IN_USE),
          entry("90146", SqlProblem.NOT_THERE),
          entry("90149", SqlProblem.NOT_THERE),
          entry("HYT00", SqlProblem.LOCKED),
          entry("90028", SqlProblem.NOT_WRITABLE),
          entry("90031", SqlProblem.NOT_WRITABLE),
          entry("90097", SqlProblem.NOT_WRITABLE),
          entry("42S02", SqlProblem.SCHEMA_MISSING),
          entry("42S03", SqlProblem.SCHEMA_MISSING),
          entry("42S04", SqlProblem.SCHEMA_MISSING),
          entry("42S22", SqlProblem.SCHEMA_MISSING));

  private static final String DEADLOCK = "40001";

  /**
   * H2 marks the victim of a deadlock from the thread of another transaction. A victim whose wait
   * has ended at that moment is not told: it goes on, and meets its mark as an internal error (H2's
   * {@code Transaction}, {@code isDeadlocked} and {@code checkOpen}; seen in 2.5.252).
   */
  private static final Pattern MARKED_AS_VICTIM =
      Pattern.compile(
          "Transaction \\d+ has status ROLLING_BACK, not OPEN"
              + "|Transaction was illegally transitioned from ROLLING_BACK to ");

  private H2Problems() {}

  /** As {@link io.offsetwise.adapters.storage.jdbc.Dialect#stateOf}. */
  static String stateOf(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.GENERAL_ERROR_1
            && MARKED_AS_VICTIM.matcher(String.valueOf(failure.getMessage())).find()
        ? DEADLOCK
        : String.valueOf(failure.getSQLState());
  }
}
