package io.offsetwise.bootstrap.local;

import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code local status}: whether the services run, and where they answer. */
@Command(name = "status", description = "Shows whether the local services run, and where.")
final class LocalStatusCommand implements Runnable {

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Settings settings = settingsOptions.settings();
    LocalServices services =
        new LocalServices(
            settings.dataDir(), settings.local(), spec.commandLine().getErr()::println);
    LocalReport report = new LocalReport(settings.dataDir(), services.status());
    new Printer(output.format(), spec.commandLine().getOut()).print(report::json, report::text);
  }
}
