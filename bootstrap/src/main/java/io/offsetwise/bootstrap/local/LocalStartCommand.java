package io.offsetwise.bootstrap.local;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code local start}: starts the services and leaves them running. */
@Command(
    name = "start",
    description = "Starts the local services unless they run, and leaves them running.")
final class LocalStartCommand implements Callable<Integer> {

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    ServicesStatus status =
        new LocalServices(
                settings.dataDir(), settings.local(), spec.commandLine().getErr()::println)
            .ensureRunning()
            .status();
    LocalReport report = new LocalReport(settings.dataDir(), Optional.of(status));
    new Printer(output.format(), spec.commandLine().getOut()).print(report::json, report::text);
    return ExitCode.DONE.code();
  }
}
