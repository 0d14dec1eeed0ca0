package io.offsetwise.bootstrap.config;

import io.offsetwise.bootstrap.command.OutputFormat;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException;
import io.offsetwise.bootstrap.settings.configuration.SettingProblem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config check}: whether the configuration is valid. */
@Command(
    name = "check",
    description = {
      "Checks all settings. What is wrong is reported on standard error, one line each, with exit"
          + " code 3; with -o json on standard output as well."
    })
final class ConfigCheckCommand implements Runnable {

  @Mixin private SettingsOptions settings;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    try {
      settings.settings();
      print(new Findings(true, List.of()), "The configuration is valid.");
    } catch (InvalidSettingsException invalid) {
      if (output.format() == OutputFormat.JSON) {
        print(new Findings(false, invalid.problems()), "");
      }
      throw invalid;
    }
  }

  private void print(Findings findings, String text) {
    new Printer(output.format(), spec.commandLine().getOut()).print(() -> findings, () -> text);
  }

  /** The JSON form. */
  private record Findings(boolean valid, List<SettingProblem> problems) {}
}
