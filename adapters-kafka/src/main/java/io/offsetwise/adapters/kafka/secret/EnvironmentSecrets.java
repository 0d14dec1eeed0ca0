package io.offsetwise.adapters.kafka.secret;

import io.offsetwise.domain.text.Text;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/** {@code ${env:NAME}}: the value of an environment variable. Constructed by Kafka's clients. */
public final class EnvironmentSecrets implements ConfigProvider {

  @Override
  public ConfigData get(String path) {
    return new ConfigData(Map.of());
  }

  /**
   * The values of the environment variables {@code names}.
   *
   * @throws ConfigException naming a variable that is not set
   */
  @Override
  public ConfigData get(String path, Set<String> names) {
    Map<String, String> values = new TreeMap<>();
    names.forEach(name -> values.put(name, valueOf(name)));
    return new ConfigData(values);
  }

  private static String valueOf(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new ConfigException(
          Text.of(
              "a Kafka property refers to ${env:%s} but this environment variable is not set:"
                  + " export it where the client runs, on driver and executors alike",
              name));
    }
    return value;
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
