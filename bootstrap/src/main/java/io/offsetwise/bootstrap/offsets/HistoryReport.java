package io.offsetwise.bootstrap.offsets;

import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on record of a stream's positions: the object that {@code -o json} prints.
 *
 * @param stream name of the stream
 * @param storage key of the storage
 * @param events what happened, partition by partition, oldest first
 * @param answers what became of the offset that was asked for, a sentence for each partition
 * @param notes what is not kept in this storage
 */
public record HistoryReport(
    String stream, String storage, List<Event> events, List<Answer> answers, List<String> notes) {

  private static final List<String> HEADING =
      List.of("TOPIC", "PARTITION", "TIME", "EPOCH", "EVENT", "DETAIL");

  /**
   * One event.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param time when it was committed, ISO 8601
   * @param epoch the claim under which it happened
   * @param event begun, saved, gap or reset
   * @param detail what happened, with its numbers
   */
  public record Event(
      String topic, int partition, String time, long epoch, String event, String detail) {

    static Event of(TopicPartition partition, OffsetEvent event) {
      return new Event(
          partition.topic(),
          partition.partition(),
          event.at().toString(),
          event.epoch().number(),
          event.name(),
          event.describe());
    }

    private List<String> row() {
      return List.of(topic, Integer.toString(partition), time, Long.toString(epoch), event, detail);
    }
  }

  /**
   * What became of one offset.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param sentence the answer
   */
  public record Answer(String topic, int partition, String sentence) {
    private String text() {
      return topic + "-" + partition + ": " + sentence + ".";
    }
  }

  /** The same for terminals. */
  public String table() {
    String rows = Table.of(HEADING, events.stream().map(Event::row).toList()).text();
    return Stream.of(
            Optional.of(rows).filter(text -> !events.isEmpty()).orElse("Nothing is on record."),
            answers.stream().map(Answer::text).collect(Collectors.joining("\n")),
            notes.stream().map(note -> note + ".").collect(Collectors.joining("\n")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
