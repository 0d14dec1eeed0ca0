package io.offsetwise.bootstrap.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code metric_relabel_configs} of docs/monitoring/prometheus.yml make of a name, as
 * Prometheus does it: one rule after the other, each of which must match the whole name.
 */
record Relabelling(List<Rule> rules) {

  private static final Pattern RULE =
      Pattern.compile(
          "source_labels: \\[__name__]\\s+regex: '([^']+)'\\s+"
              + "(?:action: (drop)|target_label: (\\w+)\\s+replacement: '([^']+)')");

  private static final String NAME = "__name__";

  /** One of them; {@code drop} has no label. */
  private record Rule(Pattern regex, Optional<String> label, String replacement) {}

  static Relabelling of(Path file) throws IOException {
    List<Rule> rules =
        RULE.matcher(Files.readString(file))
            .results()
            .map(
                rule ->
                    new Rule(
                        Pattern.compile(rule.group(1)),
                        Optional.ofNullable(rule.group(3)),
                        Optional.ofNullable(rule.group(4)).orElse("").replace("${1}", "$1")))
            .toList();
    return new Relabelling(rules);
  }

  /** The labels of a metric, its name among them; empty when it is dropped. */
  Optional<Map<String, String>> labels(String scraped) {
    Map<String, String> labels = new TreeMap<>(Map.of(NAME, scraped));
    for (Rule rule : rules) {
      Matcher whole = rule.regex().matcher(labels.get(NAME));
      if (whole.matches()) {
        if (rule.label().isEmpty()) {
          return Optional.empty();
        }
        labels.put(rule.label().orElseThrow(), whole.replaceFirst(rule.replacement()));
      }
    }
    return Optional.of(labels);
  }
}
