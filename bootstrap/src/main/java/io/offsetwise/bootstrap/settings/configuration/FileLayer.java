package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.offsetwise.application.shared.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the user's file gives, as a configuration. */
final class FileLayer {

  private static final Path DEFAULT_FILE = Path.of("application.conf");

  private FileLayer() {}

  /**
   * The values of {@code file}; without one those of {@code application.conf} in the working
   * directory, if it is there.
   *
   * @throws InvalidSettingsException when the file is not there or malformed
   */
  static Config of(Optional<Path> file) {
    return file.map(FileLayer::read).orElseGet(FileLayer::readDefaultFile);
  }

  private static Config readDefaultFile() {
    return Files.exists(DEFAULT_FILE) ? read(DEFAULT_FILE) : ConfigFactory.empty();
  }

  private static Config read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidSettingsException(
          List.of(new SettingProblem(file.toString(), "--config", "there is no such file")));
    }
    requireText(file);
    try {
      ConfigParseOptions options =
          ConfigParseOptions.defaults()
              .setAllowMissing(false)
              .setOriginDescription(file.toString());
      return ConfigFactory.parseFile(file.toFile(), options);
    } catch (ConfigException malformed) {
      throw new InvalidSettingsException(List.of(Malformed.problem(file.toString(), malformed)));
    }
  }

  /** The library would take what is no UTF-8 for other letters, which nobody sees. */
  private static void requireText(Path file) {
    try {
      new TextFile(file).read();
    } catch (TextFile.NotUtf8Exception noText) {
      String line = file + ":" + noText.line();
      throw new InvalidSettingsException(
          List.of(new SettingProblem(line, "cannot be read", noText.getMessage())));
    } catch (IOException unreadable) {
      throw new InvalidSettingsException(
          List.of(new SettingProblem(file.toString(), "cannot be read", unreadable.toString())));
    }
  }
}
