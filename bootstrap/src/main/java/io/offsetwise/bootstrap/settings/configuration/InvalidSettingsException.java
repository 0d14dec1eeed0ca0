package io.offsetwise.bootstrap.settings.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration is invalid; the message has one line for each problem. */
public final class InvalidSettingsException extends RuntimeException {

  private final List<SettingProblem> problems;

  /** Everything that is wrong, at least one problem. */
  public InvalidSettingsException(List<SettingProblem> problems) {
    super(problems.stream().map(SettingProblem::line).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the settings. */
  public List<SettingProblem> problems() {
    return problems;
  }
}
