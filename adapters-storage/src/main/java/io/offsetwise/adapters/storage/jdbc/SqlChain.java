package io.offsetwise.adapters.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The exceptions of one failure.
 *
 * @param links from the outermost inwards, at least one
 */
record SqlChain(List<SQLException> links) {

  static SqlChain of(SQLException failure) {
    List<SQLException> links = new ArrayList<>();
    Throwable link = failure;
    while (link instanceof SQLException sql && !links.contains(sql)) {
      links.add(sql);
      link = sql.getNextException() == null ? sql.getCause() : sql.getNextException();
    }
    return new SqlChain(links);
  }

  /** The innermost message without the statement that H2 appends to it. */
  String firstLine() {
    return String.valueOf(links.get(links.size() - 1).getMessage())
        .lines()
        .findFirst()
        .orElse("no message")
        .replaceFirst("; SQL statement:$", "");
  }

  /** The innermost SQLSTATE. */
  Optional<String> state() {
    return links.stream()
        .map(SQLException::getSQLState)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner);
  }
}
