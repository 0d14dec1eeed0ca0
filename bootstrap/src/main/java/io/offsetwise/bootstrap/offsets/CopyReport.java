package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.CopiedPosition;
import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a copy does, or has done: the object that {@code -o json} prints.
 *
 * @param stream name of the stream
 * @param from key of the storage that is copied from
 * @param to key of the storage that is written to
 * @param executed whether it was done
 * @param epoch the claim under which it was done; null when it was not
 * @param positions a row for each partition, sorted
 */
public record CopyReport(
    String stream,
    String from,
    String to,
    boolean executed,
    OptionalLong epoch,
    List<Copied> positions) {

  private static final List<String> HEADING =
      List.of("GROUP", "TOPIC", "PARTITION", "OFFSET", "TOPIC-ID", "REPLACES");

  /**
   * One partition.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param offset next offset to read
   * @param topicId id of the topic that the offset belongs to
   * @param replaced next offset to read that was there before; null when there was none
   */
  public record Copied(
      String topic, int partition, long offset, String topicId, OptionalLong replaced) {
    private static Copied of(CopiedPosition position) {
      return new Copied(
          position.copied().topicPartition().topic(),
          position.copied().topicPartition().partition(),
          position.copied().nextOffset(),
          position.copied().topicId().value(),
          position.replaced());
    }
  }

  /**
   * A report.
   *
   * @param epoch the claim under which it was done; empty for a dry run
   */
  public static CopyReport of(
      StreamName stream,
      OffsetStorage from,
      OffsetStorage to,
      OptionalLong epoch,
      List<CopiedPosition> positions) {
    return new CopyReport(
        stream.value(),
        from.key(),
        to.key(),
        epoch.isPresent(),
        epoch,
        positions.stream().map(Copied::of).toList());
  }

  /** The same for terminals. */
  public String table() {
    String end =
        executed
            ? Text.of(
                "Done under epoch %s; the positions in %s are removed. Set offsets.storage = %s to"
                    + " run the job with it.",
                epoch.orElseThrow(), from, to)
            : "Dry run: nothing was written. Give --execute to do it.";
    return String.join(
        "\n\n",
        Text.of("stream %s: positions from %s to %s", stream, from, to),
        Table.of(HEADING, positions.stream().map(this::row).toList()).text(),
        end);
  }

  private List<String> row(Copied copied) {
    return List.of(
        stream,
        copied.topic(),
        Integer.toString(copied.partition()),
        Long.toString(copied.offset()),
        copied.topicId(),
        Table.cell(copied.replaced()));
  }
}
