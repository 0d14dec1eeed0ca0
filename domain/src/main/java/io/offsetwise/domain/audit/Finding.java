package io.offsetwise.domain.audit;

import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One thing that an audit found.
 *
 * @param kind what it is
 * @param judgement whether the promise is kept all the same
 * @param subject what it is about: a partition, as {@code topic-partition}, or what results are
 *     kept for, such as a wallet
 * @param count how often it was found, 1 or more
 * @param offsets the first offsets where it was found, at most {@value Offenders#MOST_NAMED}; empty
 *     where it has none
 * @param description what is found, with its numbers: one sentence without a full stop
 */
public record Finding(
    FindingKind kind,
    Judgement judgement,
    String subject,
    long count,
    List<Long> offsets,
    String description) {

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(judgement, "judgement");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(description, "description");
    offsets = List.copyOf(offsets);
  }

  /** A finding that has no offsets. */
  public static Finding of(FindingKind kind, String subject, long count, String description) {
    return of(kind, kind.judgement(), subject, count, description);
  }

  /** A finding that has no offsets, and that the history has judged. */
  public static Finding of(
      FindingKind kind, Judgement judgement, String subject, long count, String description) {
    return new Finding(kind, judgement, subject, count, List.of(), description);
  }

  /** Whether the promise is kept although this was found. */
  public boolean isPermitted() {
    return judgement == Judgement.PERMITTED;
  }

  /** What was found at {@code offenders} of the partition {@code subject}, and why. */
  public static Finding at(FindingCause cause, String subject, Offenders offenders) {
    Finding found = at(cause.kind(), subject, offenders);
    return new Finding(
        cause.kind(),
        cause.judgement(),
        subject,
        found.count,
        found.offsets,
        found.description + "; " + cause.explanation());
  }

  /** What was found at {@code offenders} of the partition {@code subject}. */
  public static Finding at(FindingKind kind, String subject, Offenders offenders) {
    String named =
        offenders.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
    boolean all = offenders.first().size() == offenders.count();
    return new Finding(
        kind,
        kind.judgement(),
        subject,
        offenders.count(),
        offenders.first(),
        Text.of(
            "%s: %s: %s%s%s%s",
            subject,
            kind.meaning(),
            offenders.count(),
            all ? ", at " : ", the first at ",
            offenders.first().size() == 1 ? "offset " : "offsets ",
            named));
  }
}
