package io.offsetwise.adapters.storage.jdbc;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What SQLSTATEs mean, or classes of them by their first two characters.
 *
 * @param dialect whose own go before those of the SQL standard
 */
record SqlStates(Dialect dialect) {

  private static final Map<String, SqlProblem> STANDARD =
      Map.ofEntries(
          entry("08000", SqlProblem.UNREACHABLE),
          entry("08001", SqlProblem.UNREACHABLE),
          entry("08003", SqlProblem.UNREACHABLE),
          entry("08004", SqlProblem.UNREACHABLE),
          entry("08006", SqlProblem.UNREACHABLE),
          entry("22", SqlProblem.VALUE_REFUSED), // data exceptions: length, range, characters
          entry("23", SqlProblem.VALUE_REFUSED), // constraints
          entry("25006", SqlProblem.NOT_WRITABLE),
          entry("28000", SqlProblem.WRONG_CREDENTIALS),
          entry("3D000", SqlProblem.NOT_THERE),
          entry("40001", SqlProblem.GIVEN_UP));

  /** The problem behind {@code failure}, from the outermost exception inwards. */
  Optional<SqlProblem> problem(SQLException failure) {
    return SqlChain.of(failure).links().stream()
        .map(dialect::stateOf)
        .flatMap(this::reported)
        .findFirst()
        .or(() -> withoutState(failure));
  }

  private Stream<SqlProblem> reported(String state) {
    return Stream.of(dialect.problems(), STANDARD)
        .flatMap(states -> states.entrySet().stream())
        .filter(known -> state.startsWith(known.getKey()))
        .map(Map.Entry::getValue);
  }

  /** A pool reports no SQLSTATE when nothing is wrong but that it is empty. */
  private static Optional<SqlProblem> withoutState(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        ? Optional.of(SqlProblem.POOL_EXHAUSTED)
        : Optional.empty();
  }
}
