package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.Program;
import java.util.List;

/**
 * Arguments that a run cannot start with, and what it is to say.
 *
 * @param what is wrong, for the name of the test
 * @param exitCode what the program is to end with
 * @param lines number of lines on standard error
 * @param arguments after those that every run has
 * @param parts what the lines are to contain
 */
record BadInput(String what, int exitCode, int lines, List<String> arguments, List<String> parts) {

  BadInput(String what, int exitCode, int lines) {
    this(what, exitCode, lines, List.of(), List.of());
  }

  BadInput with(String... arguments) {
    return new BadInput(what, exitCode, lines, List.of(arguments), parts);
  }

  BadInput says(String... parts) {
    return new BadInput(what, exitCode, lines, arguments, List.of(parts));
  }

  void requireSaid(Program.Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(parts).doesNotContain("\tat ", "Exception in thread");
    assertThat(ended.err().lines()).hasSize(lines);
  }

  @Override
  public String toString() {
    return what;
  }
}
