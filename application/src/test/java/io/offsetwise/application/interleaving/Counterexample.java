package io.offsetwise.application.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schedule under which something happened that must not.
 *
 * @param schedule who ran when
 * @param outcome what it has come to; has a violation
 */
record Counterexample(Schedule schedule, Outcome outcome) {

  /** What happened, one sentence. */
  String violation() {
    return outcome.violation().orElseThrow();
  }

  /** The statements line by line, what one rival sent in a row on one line. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    List<Step> steps = outcome.steps();
    int begin = 0;
    for (int end = 1; end <= steps.size(); end++) {
      if (end == steps.size() || isBorder(end)) {
        lines.add(line(begin, end));
        begin = end;
      }
    }
    lines.add("then " + violation());
    return String.join(System.lineSeparator(), lines);
  }

  private boolean isBorder(int step) {
    List<Step> steps = outcome.steps();
    return steps.get(step).rival() != steps.get(step - 1).rival() || !at(step).isEmpty();
  }

  private String line(int begin, int end) {
    String before = at(begin).stream().map(each -> "[" + each + "] ").collect(Collectors.joining());
    return IntStream.range(begin, end)
        .mapToObj(step -> outcome.steps().get(step).statement().toString())
        .collect(
            Collectors.joining(
                "; ", before + "rival " + outcome.steps().get(begin).rival() + ": ", ""));
  }

  private List<Intervention> at(int step) {
    return schedule.interventions().stream().filter(each -> each.step() == step).toList();
  }
}
