package io.offsetwise.bootstrap.offsets;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Positions as Kafka's tool exports and reads them: {@code topic,partition,offset}, no heading. */
public final class OffsetCsv {

  /** Some programs put quotes around everything; a topic has the letters that Kafka allows. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*\"?([A-Za-z0-9._-]+)\"?\\s*,\\s*\"?(\\d{1,9})\"?\\s*,\\s*\"?(\\d{1,18})\"?\\s*");

  private OffsetCsv() {}

  /** A line for each partition, sorted. */
  public static String of(Positions positions) {
    return positions.nextOffsets().entrySet().stream()
        .map(
            each -> each.getKey().topic() + "," + each.getKey().partition() + "," + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Reads such lines; empty ones are passed over.
   *
   * @throws IllegalArgumentException naming the first line that is none, or that names a partition
   *     for the second time
   */
  public static Positions parse(List<String> lines) {
    Map<TopicPartition, Long> positions = new TreeMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (!line.isBlank()) {
        add(line, number, positions);
      }
    }
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("there is no line topic,partition,offset in it");
    }
    return Positions.of(positions);
  }

  private static void add(String line, int number, Map<TopicPartition, Long> positions) {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      throw new IllegalArgumentException(
          "line "
              + number
              + " is '"
              + line
              + "' but must be topic,partition,offset, with commas, the last two of them numbers of 0 or more");
    }
    TopicPartition partition =
        new TopicPartition(fields.group(1), Integer.parseInt(fields.group(2)));
    if (positions.put(partition, Long.parseLong(fields.group(3))) != null) {
      throw new IllegalArgumentException(
          "line " + number + " names " + partition + " for the second time");
    }
  }
}
