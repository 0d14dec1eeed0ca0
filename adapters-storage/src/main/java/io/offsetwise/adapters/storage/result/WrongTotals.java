package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.audit.WrongTotal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys whose total is not the sum of their rows, out of amounts that come key by key. Keys are
 * compared here. Holds one key at a time. Not thread-safe.
 */
final class WrongTotals implements Iterator<WrongTotal> {

  private final Iterator<KeyedAmounts> amounts;
  private Optional<KeyedAmounts> ahead;
  private Optional<KeyedAmounts> wrong;

  /**
   * Reads ahead up to the first of them.
   *
   * @param amounts those of equal keys one after the other
   */
  WrongTotals(Iterator<KeyedAmounts> amounts) {
    this.amounts = amounts;
    this.ahead = next(amounts);
    this.wrong = nextWrong();
  }

  @Override
  public boolean hasNext() {
    return wrong.isPresent();
  }

  @Override
  public WrongTotal next() {
    KeyedAmounts found =
        wrong.orElseThrow(() -> new NoSuchElementException("all other totals are right"));
    wrong = nextWrong();
    return new WrongTotal(
        found.key().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        found.kept(),
        found.summed());
  }

  private Optional<KeyedAmounts> nextWrong() {
    while (ahead.isPresent()) {
      KeyedAmounts whole = takeKey(ahead.get());
      if (whole.isWrong()) {
        return Optional.of(whole);
      }
    }
    return Optional.empty();
  }

  private KeyedAmounts takeKey(KeyedAmounts first) {
    KeyedAmounts whole = first;
    ahead = next(amounts);
    while (ahead.filter(other -> other.key().equals(first.key())).isPresent()) {
      whole = whole.plus(ahead.get());
      ahead = next(amounts);
    }
    return whole;
  }

  private static Optional<KeyedAmounts> next(Iterator<KeyedAmounts> amounts) {
    return amounts.hasNext() ? Optional.of(amounts.next()) : Optional.empty();
  }
}
