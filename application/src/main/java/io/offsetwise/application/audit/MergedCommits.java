package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The entries of two histories in the order of the log, taken as they come. Not thread-safe. */
final class MergedCommits implements Iterator<SavedRange> {

  private static final Comparator<SavedRange> ORDER =
      Comparator.<SavedRange, TopicPartition>comparing(save -> save.range().topicPartition())
          .thenComparingLong(save -> save.range().from());

  private final Iterator<SavedRange> first;
  private final Iterator<SavedRange> second;
  private SavedRange ofFirst;
  private SavedRange ofSecond;

  MergedCommits(Iterator<SavedRange> first, Iterator<SavedRange> second) {
    this.first = first;
    this.second = second;
    this.ofFirst = next(first);
    this.ofSecond = next(second);
  }

  @Override
  public boolean hasNext() {
    return ofFirst != null || ofSecond != null;
  }

  @Override
  public SavedRange next() {
    if (!hasNext()) {
      throw new NoSuchElementException("both histories are at their end");
    }
    boolean takesFirst =
        ofSecond == null || (ofFirst != null && ORDER.compare(ofFirst, ofSecond) <= 0);
    SavedRange taken = takesFirst ? ofFirst : ofSecond;
    if (takesFirst) {
      ofFirst = next(first);
    } else {
      ofSecond = next(second);
    }
    return taken;
  }

  private static SavedRange next(Iterator<SavedRange> entries) {
    return entries.hasNext() ? entries.next() : null;
  }
}
