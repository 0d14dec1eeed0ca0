package io.offsetwise.bootstrap.offsets;

import io.offsetwise.bootstrap.process.ShellCommand;
import io.offsetwise.domain.reset.PlannedReset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that take a reset back, ready for a shell. What had no position before keeps the one
 * that it was given: no command takes a position away.
 *
 * @param settings words of the command line that give the same settings
 */
public record UndoCommands(List<String> settings) {

  public UndoCommands {
    settings = List.copyOf(settings);
  }

  /** One command for each topic and old position. */
  public List<String> of(List<PlannedReset> resets) {
    Map<String, Map<Long, List<Integer>>> partitions = new TreeMap<>();
    resets.stream()
        .filter(reset -> reset.isChange() && reset.before().position().isPresent())
        .forEach(
            reset ->
                partitions
                    .computeIfAbsent(reset.partition().topic(), topic -> new TreeMap<>())
                    .computeIfAbsent(
                        reset.before().position().getAsLong(), offset -> new ArrayList<>())
                    .add(reset.partition().partition()));
    return partitions.entrySet().stream()
        .flatMap(
            topic ->
                topic.getValue().entrySet().stream()
                    .map(each -> command(topic.getKey(), each.getValue(), each.getKey())))
        .toList();
  }

  private String command(String topic, List<Integer> partitions, long offset) {
    String numbers = partitions.stream().map(String::valueOf).collect(Collectors.joining(","));
    return ShellCommand.of(
        Stream.of(
                Stream.of("offsets", "reset"),
                settings.stream(),
                Stream.of("--topic", topic + ":" + numbers, "--to-offset", Long.toString(offset)),
                Stream.of("--execute"))
            .flatMap(words -> words)
            .toList());
  }
}
