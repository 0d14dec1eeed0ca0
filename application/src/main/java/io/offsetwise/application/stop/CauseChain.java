package io.offsetwise.application.stop;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A failure and its causes. A chain may be a ring, and is cut where no real one is as long.
 *
 * @param links the failure first, then its cause, and so on
 */
public record CauseChain(List<Throwable> links) {

  private static final int LONGEST = 50;

  public CauseChain {
    links = List.copyOf(links);
  }

  /**
   * The chain of {@code failure}.
   *
   * @param failure may be null: a chain without links
   */
  public static CauseChain of(Throwable failure) {
    return new CauseChain(
        Stream.iterate(failure, link -> link != null, Throwable::getCause).limit(LONGEST).toList());
  }

  /** The link of this kind that is nearest to the root; empty when there is none. */
  public <T extends Throwable> Optional<T> innermost(Class<T> kind) {
    return links.stream().filter(kind::isInstance).map(kind::cast).reduce((outer, inner) -> inner);
  }

  /**
   * The last link.
   *
   * @throws java.util.NoSuchElementException when there is no link
   */
  public Throwable root() {
    return links.stream().reduce((outer, inner) -> inner).orElseThrow();
  }
}
