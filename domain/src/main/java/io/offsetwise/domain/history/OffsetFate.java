package io.offsetwise.domain.history;

import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What has become of one offset.
 *
 * @param offset which one
 * @param events of its partition, oldest first: at least every one that covers the offset, and
 *     where the partition began
 * @param position the stored next offset to read; empty when none is stored
 * @param saves whether saves are among the events
 */
public record OffsetFate(
    long offset, List<OffsetEvent> events, OptionalLong position, SaveHistory saves) {

  public OffsetFate {
    events = List.copyOf(events);
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(saves, "saves");
  }

  /** The answer: one sentence without a full stop. */
  public String describe() {
    List<OffsetEvent> covering = events.stream().filter(event -> event.covers(offset)).toList();
    if (covering.isEmpty()) {
      return "offset " + offset + " " + untouched();
    }
    OffsetEvent last = covering.get(covering.size() - 1);
    return Text.of(
        "offset %s was %s under epoch %s at %s%s%s",
        offset,
        last.describe(),
        last.epoch(),
        last.at(),
        earlier(covering.size() - 1),
        isAhead() ? "; it will be read again, for the position is " + at() : "");
  }

  private static String earlier(int times) {
    return times == 0 ? "" : ", after " + times + (times == 1 ? " time" : " times") + " before";
  }

  private String untouched() {
    if (position.isEmpty()) {
      return "was not read, for no position is stored";
    }
    if (isAhead()) {
      return "is not read yet: the position is " + at();
    }
    if (liesBeforeTheBeginning()) {
      return "lies before the stream's beginning and was never due";
    }
    return switch (saves) {
      case KEPT -> "lies before the position " + at() + ", but no save of it is on record";
      case NOT_KEPT ->
          "lies before the position " + at() + "; when it was saved is not kept in this storage";
    };
  }

  private boolean liesBeforeTheBeginning() {
    return events.stream()
        .filter(OffsetEvent.Begun.class::isInstance)
        .mapToLong(event -> ((OffsetEvent.Begun) event).offset())
        .min()
        .stream()
        .anyMatch(begun -> offset < begun);
  }

  private boolean isAhead() {
    return position.isPresent() && offset >= position.getAsLong();
  }

  private long at() {
    return position.orElseThrow();
  }
}
