package io.offsetwise.bootstrap.command;

import picocli.CommandLine.Option;

/** The option {@code -o}, for every verb that has a result. */
public final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How the result is printed: table or json (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  /** The chosen format. */
  public OutputFormat format() {
    return format;
  }
}
