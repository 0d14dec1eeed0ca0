package io.offsetwise.application.interleaving;

import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.interleaving.Promise.Copies;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks at the database after every commit: the guarantee's promise holds for every record, and
 * positions are moved by nobody but the rival that was the last to claim the stream.
 */
final class CommitWatch {

  private final FakeStream stream;
  private final Promise promise;
  private final List<Place> records;
  private final Claims claims;
  private Map<TopicPartition, Long> positions;
  private Optional<String> violation = Optional.empty();

  /**
   * A watch over what is there by now.
   *
   * @param stream whose database it is
   * @param promise what must hold
   * @param records all records of the log
   */
  CommitWatch(FakeStream stream, Promise promise, List<Place> records) {
    this.stream = stream;
    this.promise = promise;
    this.records = records;
    this.claims = new Claims(stream);
    this.positions = storedPositions();
  }

  /** A commit of {@code rival} has become visible. */
  void committed(int rival) {
    Map<TopicPartition, Long> before = positions;
    positions = storedPositions();
    claims.committed(rival, standingOfReplaced());
    if (!positions.equals(before) && claims.of(rival) != Standing.NEWEST) {
      report("rival " + rival + " moved positions of a stream that the other one had claimed");
    }
    check("after a commit of rival " + rival);
  }

  /** Looks at what is there, at an instant that is called {@code when}. */
  void requirePromise(String when) {
    positions = storedPositions();
    check(when);
  }

  /** What has become of the claim of {@code rival}. */
  Standing standing(int rival) {
    return claims.of(rival);
  }

  /** What was wrong first. */
  Optional<String> violation() {
    return violation;
  }

  private void check(String when) {
    List<String> results = stream.database().results();
    for (Place place : records) {
      Copies allowed = isSaved(place) ? promise.before() : promise.after();
      int copies = Collections.frequency(results, place.key());
      if (!allowed.allow(copies)) {
        report(
            when
                + " the results hold "
                + place.key()
                + " "
                + copies
                + " times, not "
                + allowed
                + ", while positions are "
                + positions);
      }
    }
  }

  private Standing standingOfReplaced() {
    return records.stream().allMatch(this::isSaved)
        ? Standing.REPLACED_AT_THE_END
        : Standing.REPLACED_BEFORE_THE_END;
  }

  private boolean isSaved(Place place) {
    return place.offset() < positions.getOrDefault(place.partition(), 0L);
  }

  private void report(String what) {
    if (violation.isEmpty()) {
      violation = Optional.of(what);
    }
  }

  private Map<TopicPartition, Long> storedPositions() {
    Map<TopicPartition, Long> stored = new TreeMap<>();
    stream
        .database()
        .positions(stream.name())
        .forEach((partition, row) -> stored.put(partition, row.nextOffset()));
    return stored;
  }
}
