package io.offsetwise.application.fake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A statement as the database in memory gets it.
 *
 * @param kind what it does
 * @param target table and key; nothing for the end of a transaction
 */
public record FakeStatement(Kind kind, List<?> target) {

  /** What a statement does. */
  public enum Kind {
    READ,
    UPDATE,
    INSERT,
    PUT,
    APPEND,
    DELETE,
    COMMIT,
    ROLL_BACK
  }

  public FakeStatement {
    target = List.copyOf(target);
  }

  @Override
  public String toString() {
    String verb = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return target.isEmpty()
        ? verb
        : target.stream().map(Object::toString).collect(Collectors.joining(" ", verb + " ", ""));
  }
}
