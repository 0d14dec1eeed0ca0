package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.Coverage;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The history beside the log: both come in the same order, and only the entries around one offset
 * are held, however long the history is. Not thread-safe.
 */
final class CommitSweep {

  private final Iterator<SavedRange> entries;
  private final List<SavedRange> held = new ArrayList<>();
  private final List<SavedRange> before = new ArrayList<>();
  private Optional<SavedRange> head;
  private TopicPartition partition;
  private Coverage current;
  private long currentUntil;

  /**
   * A sweep over these entries.
   *
   * @param entries sorted by partition and first offset
   */
  CommitSweep(Iterator<SavedRange> entries) {
    this.entries = entries;
    this.head = next();
  }

  /**
   * What the history says of an offset.
   *
   * @param of partitions come sorted
   * @param offset offsets of one partition come in order
   */
  Coverage at(TopicPartition of, long offset) {
    if (!of.equals(partition)) {
      begin(of);
    }
    if (current == null || offset >= currentUntil) {
      pass(offset);
      current = coverage(offset);
    }
    return current;
  }

  /**
   * End of the last entry of the partition, exclusive; {@code offset} when it has none after it.
   */
  long endOf(TopicPartition of, long offset) {
    at(of, offset);
    while (headIsOfPartition()) {
      hold();
    }
    current = null;
    return Math.max(offset, held.stream().mapToLong(CommitSweep::until).max().orElse(offset));
  }

  private void begin(TopicPartition of) {
    held.clear();
    before.clear();
    current = null;
    partition = of;
    while (head.filter(entry -> partitionOf(entry).compareTo(of) < 0).isPresent()) {
      head = next();
    }
  }

  /** Holds what covers the offset, what begins where that ends, and else what begins next. */
  private void pass(long offset) {
    end(offset);
    while (headIsOfPartition() && from(head.orElseThrow()) <= reach(offset)) {
      hold();
    }
    end(offset);
    if (headIsOfPartition() && held.stream().noneMatch(entry -> from(entry) > offset)) {
      long begins = from(head.orElseThrow());
      while (headIsOfPartition() && from(head.orElseThrow()) == begins) {
        hold();
      }
    }
  }

  private long reach(long offset) {
    return held.stream()
        .filter(entry -> covers(entry, offset))
        .mapToLong(CommitSweep::until)
        .max()
        .orElse(offset);
  }

  private void end(long offset) {
    for (Iterator<SavedRange> each = held.iterator(); each.hasNext(); ) {
      SavedRange entry = each.next();
      if (until(entry) <= offset) {
        each.remove();
        ended(entry);
      }
    }
  }

  private void ended(SavedRange entry) {
    if (before.isEmpty() || until(before.get(0)) < until(entry)) {
      before.clear();
    }
    if (before.isEmpty() || until(before.get(0)) == until(entry)) {
      before.add(entry);
    }
  }

  private Coverage coverage(long offset) {
    List<SavedRange> covering = held.stream().filter(entry -> covers(entry, offset)).toList();
    List<SavedRange> after = held.stream().filter(entry -> from(entry) > offset).toList();
    long ends = covering.stream().mapToLong(CommitSweep::until).min().orElse(Long.MAX_VALUE);
    long begins = after.stream().mapToLong(CommitSweep::from).min().orElse(Long.MAX_VALUE);
    currentUntil = Math.min(ends, begins);
    return new Coverage(covering, before, covering.isEmpty() ? beginningAt(begins) : after);
  }

  private List<SavedRange> beginningAt(long offset) {
    return held.stream().filter(entry -> from(entry) == offset).toList();
  }

  private boolean headIsOfPartition() {
    return head.filter(entry -> partitionOf(entry).equals(partition)).isPresent();
  }

  private void hold() {
    held.add(head.orElseThrow());
    head = next();
  }

  private Optional<SavedRange> next() {
    return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
  }

  private static boolean covers(SavedRange entry, long offset) {
    return entry.range().contains(offset);
  }

  private static long from(SavedRange entry) {
    return entry.range().from();
  }

  private static long until(SavedRange entry) {
    return entry.range().until();
  }

  private static TopicPartition partitionOf(SavedRange entry) {
    return entry.range().topicPartition();
  }
}
