package io.offsetwise.domain.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Offsets that something was found at: how many, and the first of them.
 *
 * @param count number of findings; several may be at one offset
 * @param first the first offsets, at most {@value #MOST_NAMED}, each once
 */
public record Offenders(long count, List<Long> first) {

  /** How many offsets are named. */
  public static final int MOST_NAMED = 10;

  /** None. */
  public static final Offenders NONE = new Offenders(0, List.of());

  public Offenders {
    first = List.copyOf(first);
  }

  /** These and {@code more} at {@code offset}, which is not smaller than those before it. */
  public Offenders plus(long offset, long more) {
    boolean named = first.contains(offset);
    if (named || first.size() == MOST_NAMED) {
      return new Offenders(count + more, first);
    }
    List<Long> longer = new ArrayList<>(first);
    longer.add(offset);
    return new Offenders(count + more, longer);
  }
}
