package io.offsetwise.bootstrap.local;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code local stop}: stops the services; their data stay. */
@Command(name = "stop", description = "Stops the local services; their data stay.")
final class LocalStopCommand implements Callable<Integer> {

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settingsOptions.settings();
    StopOutcome outcome =
        new LocalServices(
                settings.dataDir(), settings.local(), spec.commandLine().getErr()::println)
            .stop();
    new Printer(output.format(), spec.commandLine().getOut())
        .print(
            () -> Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            () -> text(outcome) + " (" + settings.dataDir() + ")");
    return ExitCode.DONE.code();
  }

  private static String text(StopOutcome outcome) {
    return switch (outcome) {
      case NOT_RUNNING -> "The local services were not running";
      case STOPPED -> "The local services are stopped";
      case KILLED -> "The local services did not stop in time and were killed; their data are safe";
    };
  }
}
