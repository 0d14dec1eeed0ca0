package io.offsetwise.application.fake;

import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.audit.PlacedResults;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fake results as an audit reads them: a key tells the place, {@code topic-partition@offset}, and
 * all of it is the content.
 *
 * @param keys of the results, in any order
 * @param others keys that are stored for other records
 */
public record FakePlacedResults(List<String> keys, List<String> others)
    implements PlacedResults<String> {

  private static final Comparator<PlacedResult<String>> ORDER =
      Comparator.<PlacedResult<String>, TopicPartition>comparing(PlacedResult::partition)
          .thenComparingLong(PlacedResult::offset);

  /** Results of which none is stored for another record. */
  public static FakePlacedResults of(List<String> keys) {
    return new FakePlacedResults(keys, List.of());
  }

  @Override
  public Iterator<PlacedResult<String>> inOrder() {
    return keys.stream().map(FakePlacedResults::placed).sorted(ORDER).iterator();
  }

  @Override
  public boolean holdsKeyOf(String content) {
    return others.contains(content);
  }

  /** What follows a blank is content alone: {@code a-1@7 changed}. */
  private static PlacedResult<String> placed(String key) {
    String place = Stream.of(key.split(" ")).findFirst().orElseThrow();
    int at = place.lastIndexOf('@');
    int dash = place.lastIndexOf('-', at);
    return new PlacedResult<>(
        new TopicPartition(
            place.substring(0, dash), Integer.parseInt(place.substring(dash + 1, at))),
        Long.parseLong(place.substring(at + 1)),
        key);
  }
}
