package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Stored results, taken in the order of the log. Holds one result ahead. Not thread-safe.
 *
 * @param <T> the content of a result
 */
final class ResultCursor<T> {

  private final Iterator<PlacedResult<T>> results;
  private Optional<PlacedResult<T>> head;

  ResultCursor(Iterator<PlacedResult<T>> results) {
    this.results = results;
    this.head = next();
  }

  /** Takes the results of {@code partition} before {@code offset}, and hands over their offsets. */
  void takeBefore(TopicPartition partition, long offset, LongConsumer offsets) {
    while (headIs(result -> result.partition().equals(partition) && result.offset() < offset)) {
      offsets.accept(take().offset());
    }
  }

  /** Takes what is left of {@code partition}, and hands over the offsets. */
  void takeRest(TopicPartition partition, LongConsumer offsets) {
    while (headIs(result -> result.partition().equals(partition))) {
      offsets.accept(take().offset());
    }
  }

  /** Takes the results of one record. */
  List<T> takeAt(TopicPartition partition, long offset) {
    List<T> contents = new ArrayList<>();
    while (headIs(result -> result.partition().equals(partition) && result.offset() == offset)) {
      contents.add(take().content());
    }
    return contents;
  }

  /** Takes the results of the partitions before {@code partition}: a finding for each of them. */
  List<Finding> skipTo(TopicPartition partition) {
    return skipWhile(result -> result.partition().compareTo(partition) < 0);
  }

  /** Takes all that is left: a finding for each partition. */
  List<Finding> skipAll() {
    return skipWhile(result -> true);
  }

  private List<Finding> skipWhile(Predicate<PlacedResult<T>> skipped) {
    List<Finding> findings = new ArrayList<>();
    while (headIs(skipped)) {
      TopicPartition partition = head.orElseThrow().partition();
      Offenders offenders = Offenders.NONE;
      while (headIs(result -> result.partition().equals(partition))) {
        offenders = offenders.plus(take().offset(), 1);
      }
      findings.add(Finding.at(FindingKind.NOT_DUE, partition.toString(), offenders));
    }
    return findings;
  }

  private boolean headIs(Predicate<PlacedResult<T>> wanted) {
    return head.filter(wanted).isPresent();
  }

  private PlacedResult<T> take() {
    PlacedResult<T> taken = head.orElseThrow();
    head = next();
    head.ifPresent(following -> requireOrder(taken, following));
    return taken;
  }

  private Optional<PlacedResult<T>> next() {
    return results.hasNext() ? Optional.of(results.next()) : Optional.empty();
  }

  /** Out of order, half of the results would look lost and the other half unknown. */
  private void requireOrder(PlacedResult<T> taken, PlacedResult<T> following) {
    if (PlacedResult.ORDER.compare(taken, following) > 0) {
      throw new IllegalStateException(
          Text.of(
              "the store handed over %s after %s: results must come sorted by partition and offset",
              following, taken));
    }
  }
}
