package io.offsetwise.domain.audit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One thing that an audit found.
 *
 * @param kind what it is
 * @param subject what it is about: a partition, as {@code topic-partition}, or what results are
 *     kept for, such as a wallet
 * @param count how often it was found, 1 or more
 * @param offsets the first offsets where it was found, at most {@value Offenders#MOST_NAMED}; empty
 *     where it has none
 * @param description what is found, with its numbers: one sentence without a full stop
 */
public record Finding(
    FindingKind kind, String subject, long count, List<Long> offsets, String description) {

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(description, "description");
    offsets = List.copyOf(offsets);
  }

  /** A finding that has no offsets. */
  public static Finding of(FindingKind kind, String subject, long count, String description) {
    return new Finding(kind, subject, count, List.of(), description);
  }

  /** What was found at {@code offenders} of the partition {@code subject}. */
  public static Finding at(FindingKind kind, String subject, Offenders offenders) {
    String named =
        offenders.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
    boolean all = offenders.first().size() == offenders.count();
    return new Finding(
        kind,
        subject,
        offenders.count(),
        offenders.first(),
        subject
            + ": "
            + kind.meaning()
            + ": "
            + offenders.count()
            + (all ? ", at " : ", the first at ")
            + (offenders.first().size() == 1 ? "offset " : "offsets ")
            + named);
  }
}
