package io.offsetwise.bootstrap.settings.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations of a file and a command line, without the one of the working directory. */
final class ConfigurationFixture {

  private final Path file;

  /** The user's file will be {@code application.conf} in {@code folder}. */
  ConfigurationFixture(Path folder) throws IOException {
    this.file = Files.writeString(folder.resolve("application.conf"), "");
  }

  Path file() {
    return file;
  }

  /** What the file holds. */
  ConfigurationFixture holding(String content) throws IOException {
    Files.writeString(file, content);
    return this;
  }

  /** The same in bytes. */
  ConfigurationFixture holding(byte[] content) throws IOException {
    Files.write(file, content);
    return this;
  }

  /** The configuration with {@code key=value} pairs of a command line. */
  Configuration with(String... overrides) {
    Map<String, String> commandLine = new LinkedHashMap<>();
    for (String override : overrides) {
      String[] pair = override.split("=", 2);
      commandLine.put(pair[0], pair[1]);
    }
    return Configuration.load(Optional.of(file), commandLine);
  }

  /** The lines of all problems, with the name of the file without its folder. */
  List<String> problems(String... overrides) {
    try {
      with(overrides).settings();
      return List.of();
    } catch (InvalidSettingsException invalid) {
      return invalid.getMessage().replace(file.toString(), "application.conf").lines().toList();
    }
  }
}
