package io.offsetwise.adapters.kafka.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {

  private static final String JAAS = "sasl.jaas.config";

  @TempDir private Path folder;

  @Test
  void aFileStandsForItsContentInEveryKindOfClient() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
    Map<String, Object> properties = properties("password=\"${file:" + secret + "}\";");

    assertThat(new AdminClientConfig(properties).getPassword(JAAS)).isEqualTo(hunter2());
    assertThat(new ConsumerConfig(properties).getPassword(JAAS)).isEqualTo(hunter2());
    assertThat(new ProducerConfig(properties).getPassword(JAAS)).isEqualTo(hunter2());
  }

  @Test
  void aFileMayHaveAColonInItsName() throws Exception {
    Path secret = Files.writeString(folder.resolve("a:b"), "hunter2");

    Map<String, Object> properties = properties("password=\"${file:" + secret + "}\";");

    assertThat(new AdminClientConfig(properties).getPassword(JAAS)).isEqualTo(hunter2());
  }

  @Test
  void anEnvironmentVariableStandsForItsValue() {
    Map.Entry<String, String> variable =
        System.getenv().entrySet().stream()
            .filter(entry -> entry.getKey().matches("\\w+") && !entry.getValue().contains("$"))
            .findFirst()
            .orElseThrow();

    Map<String, Object> properties = properties("${env:" + variable.getKey() + "}");

    assertThat(new AdminClientConfig(properties).getPassword(JAAS))
        .isEqualTo(new Password(variable.getValue()));
  }

  @Test
  void aVariableThatIsNotSetIsNamed() {
    Map<String, Object> properties = properties("${env:OFFSETWISE_NOT_SET}");

    assertThatThrownBy(() -> new AdminClientConfig(properties))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("${env:OFFSETWISE_NOT_SET}")
        .hasMessageContaining("export it");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Map<String, Object> properties = properties("${file:" + folder.resolve("absent") + "}");

    assertThatThrownBy(() -> new AdminClientConfig(properties))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("absent")
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void sourcesOfSecretsThatTheUserNamedStay() {
    Map<String, String> own =
        Map.of(
            "config.providers", "vault, file",
            "config.providers.vault.class", "org.example.Vault",
            "config.providers.file.class", "org.example.Files");

    assertThat(SecretReferences.resolvableIn(own))
        .containsEntry("config.providers", "vault,file,env")
        .containsEntry("config.providers.vault.class", "org.example.Vault")
        .containsEntry("config.providers.file.class", "org.example.Files")
        .containsEntry("config.providers.env.class", EnvironmentSecrets.class.getName());
  }

  private static Password hunter2() {
    return new Password("password=\"hunter2\";");
  }

  private static Map<String, Object> properties(String jaas) {
    Map<String, Object> properties = new HashMap<>();
    properties.putAll(
        SecretReferences.resolvableIn(Map.of(JAAS, jaas, "bootstrap.servers", "127.0.0.1:9")));
    properties.put("key.deserializer", ByteArrayDeserializer.class);
    properties.put("value.deserializer", ByteArrayDeserializer.class);
    properties.put("key.serializer", ByteArraySerializer.class);
    properties.put("value.serializer", ByteArraySerializer.class);
    return properties;
  }
}
