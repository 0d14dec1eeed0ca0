package io.offsetwise.bootstrap.run;

import static io.offsetwise.bootstrap.job.SummaryPart.count;

import io.offsetwise.bootstrap.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines of a summary for people: those that all jobs have, and a job's own. */
final class SummaryLines {

  private final List<String> lines = new ArrayList<>();

  /** What was promised and processed. */
  SummaryLines(RunOutcome outcome) {
    Settings settings = outcome.settings();
    add("job", settings.job().name().value());
    add(
        "guarantee",
        settings.job().guarantee().key()
            + ", saved "
            + settings.job().scope().label()
            + ", offsets in "
            + settings.offsets().storage().label());
    add(
        "processed",
        count(outcome.records(), "records") + " in " + count(outcome.batches(), "batches"));
    add(
        "positions",
        outcome.namedPositions().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")));
    add("dead letters", count(outcome.deadLetters(), "records"));
  }

  /** Adds a line. */
  SummaryLines add(String name, String value) {
    lines.add(line(name, value));
    return this;
  }

  static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-12s %s", name, value);
  }

  /** All lines. */
  String text() {
    return String.join(System.lineSeparator(), lines);
  }
}
