package io.offsetwise.application.resume;

import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.UnexplainedPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks for positions that nothing on record beside the results explains. Runs on the driver,
 * before the claim is on record.
 *
 * @param definition of the stream
 * @param register beside its results
 */
record UnknownPositions(StreamDefinition definition, ClaimRegister register) {

  /**
   * What has to be looked at before a claim: it makes the positions in a group the stream's. Where
   * they lie beside their history, the claim hides nothing.
   *
   * @param others positions that somebody else has set, with what is on record instead
   */
  List<StartFinding> beforeClaim(
      Map<TopicPartition, StoredPosition> stored, Map<TopicPartition, OptionalLong> others) {
    return among(stored, isInPlaceOfItsOwn() ? others : Map.of());
  }

  /**
   * One finding for each such position of the stream's topics: all of them, if nothing is on record
   * of the stream, or else those that somebody else has set, or that are further than it has come.
   *
   * @param others positions that somebody else has set, with what is on record instead
   */
  List<StartFinding> among(
      Map<TopicPartition, StoredPosition> stored, Map<TopicPartition, OptionalLong> others) {
    Map<TopicPartition, StoredPosition> ofTopics = new TreeMap<>(stored);
    ofTopics.keySet().removeIf(partition -> !definition.topics().contains(partition.topic()));
    if (ofTopics.isEmpty()) {
      return List.of();
    }
    if (!register.remembers(definition.name())) {
      return ofTopics.values().stream()
          .<StartFinding>map(
              row -> new UnexplainedPosition.Unknown(row.topicPartition(), row.nextOffset()))
          .toList();
    }
    List<StartFinding> findings = new ArrayList<>();
    others.forEach(
        (partition, onRecord) ->
            Optional.ofNullable(ofTopics.remove(partition))
                .ifPresent(row -> findings.add(setByOthers(row, onRecord))));
    findings.addAll(isComparable() ? ahead(ofTopics) : List.of());
    return findings;
  }

  /**
   * Results of the own store's positions may be in another database than its resets, and nobody
   * else writes there. Where offsets are saved first, a crash leaves positions ahead of the
   * results.
   */
  private boolean isComparable() {
    return isInPlaceOfItsOwn() && !definition.saving().plan().savesOffsetsFirst();
  }

  private boolean isInPlaceOfItsOwn() {
    return definition.saving().combination().storage().atomicity() == Atomicity.SEPARATE_COMMITS;
  }

  private static StartFinding setByOthers(StoredPosition row, OptionalLong onRecord) {
    TopicPartition partition = row.topicPartition();
    long position = row.nextOffset();
    if (onRecord.isEmpty()) {
      return new UnexplainedPosition.NotBegun(partition, position);
    }
    long known = onRecord.getAsLong();
    return position > known
        ? new UnexplainedPosition.Ahead(partition, known, position)
        : new StartFinding.Adopted(partition, known, position);
  }

  private List<StartFinding> ahead(Map<TopicPartition, StoredPosition> stored) {
    Positions reached = register.reached(definition.name());
    return stored.values().stream().flatMap(row -> ahead(row, reached)).toList();
  }

  private static Stream<StartFinding> ahead(StoredPosition row, Positions reached) {
    OptionalLong known = reached.of(row.topicPartition());
    return known.isPresent() && row.nextOffset() > known.getAsLong()
        ? Stream.of(
            new UnexplainedPosition.Ahead(
                row.topicPartition(), known.getAsLong(), row.nextOffset()))
        : Stream.empty();
  }
}
