package io.offsetwise.adapters.kafka.secret;

import io.offsetwise.application.shared.TextFile;
import io.offsetwise.domain.text.Text;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * {@code ${file:/path}}: the content of a file, without white space at its end. Constructed by
 * Kafka's clients.
 */
public final class FileSecrets implements ConfigProvider {

  @Override
  public ConfigData get(String path) {
    return new ConfigData(Map.of());
  }

  /**
   * The contents of files.
   *
   * @param path what Kafka takes for a path: the part of the file's name before a colon, mostly
   *     empty
   * @param keys what follows it: the file's name
   * @throws ConfigException naming a file that cannot be read
   */
  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> contents = new TreeMap<>();
    keys.forEach(key -> contents.put(key, contentOf(path.isEmpty() ? key : path + ":" + key)));
    return new ConfigData(contents);
  }

  private static String contentOf(String file) {
    try {
      return new TextFile(Path.of(file)).read().stripTrailing();
    } catch (IOException | InvalidPathException e) {
      throw new ConfigException(
          Text.of(
              "a Kafka property refers to ${file:%s} but this file cannot be read (%s): put it"
                  + " where the client runs, on driver and executors alike",
              file, e.getClass().getSimpleName()));
    }
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
