package io.offsetwise.bootstrap.config;

import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.settings.configuration.ShownValue;
import io.offsetwise.bootstrap.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config show}: every value with its origin. */
@Command(
    name = "show",
    description = {
      "Shows every setting with the place it comes from; secrets are masked.",
      "What is invalid is reported on standard error, after what is shown."
    })
final class ConfigShowCommand implements Runnable {

  @Mixin private SettingsOptions settings;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Configuration configuration = settings.configuration();
    List<ShownValue> values = configuration.shownValues();
    new Printer(output.format(), spec.commandLine().getOut())
        .print(() -> json(values), () -> table(values));
    configuration.settings();
  }

  private static Map<String, ValueWithOrigin> json(List<ShownValue> values) {
    Map<String, ValueWithOrigin> json = new LinkedHashMap<>();
    values.forEach(
        shown -> json.put(shown.key(), new ValueWithOrigin(shown.value(), shown.origin())));
    return json;
  }

  private static String table(List<ShownValue> values) {
    return Table.of(
            List.of("KEY", "VALUE", "ORIGIN"),
            values.stream()
                .map(shown -> List.of(shown.key(), shown.value(), shown.origin()))
                .toList())
        .text();
  }

  /** A value in the JSON form, below its key. */
  private record ValueWithOrigin(String value, String origin) {}
}
