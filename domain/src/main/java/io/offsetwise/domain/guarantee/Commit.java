package io.offsetwise.domain.guarantee;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes durable together, in the order in which it is written inside the commit.
 *
 * <p>Offsets come first in a shared commit: the row lock makes a rival wait, and a retry after a
 * commit sees "already applied" before it writes any result.
 *
 * @param steps at least one, each at most once
 */
public record Commit(List<SaveStep> steps) implements Serializable {

  public Commit {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.stream().distinct().count() != steps.size()) {
      throw new IllegalArgumentException("a commit needs one or more different steps: " + steps);
    }
    if (steps.indexOf(SaveStep.OFFSETS) > 0) {
      throw new IllegalArgumentException("offsets come first in a shared commit: " + steps);
    }
  }

  /** A commit of these steps, in this order. */
  public static Commit of(SaveStep... steps) {
    return new Commit(List.of(steps));
  }

  /** Whether the commit holds more than one step, so that it needs one transaction over them. */
  public boolean isJoint() {
    return steps.size() > 1;
  }

  @Override
  public String toString() {
    return steps.stream().map(SaveStep::label).collect(Collectors.joining(", ", "{", "}"));
  }
}
