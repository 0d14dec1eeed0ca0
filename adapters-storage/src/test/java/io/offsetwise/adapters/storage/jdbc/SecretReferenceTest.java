package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferenceTest {

  private static final String SECRET = "correct-horse-battery";

  @TempDir private Path folder;

  @Test
  void aFileIsReadWithoutItsLineEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

    assertThat(new SecretReference.SecretFile(file.toString()).resolve()).isEqualTo(SECRET);
  }

  @Test
  void whatAnEditorPutsAroundItIsNoPartOfIt() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "\uFEFF" + SECRET + "\r\n");

    assertThat(new SecretReference.SecretFile(file.toString()).resolve()).isEqualTo(SECRET);
  }

  @Test
  void aFileIsReadAfreshEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "old");
    SecretReference reference = new SecretReference.SecretFile(file.toString());
    reference.resolve();

    Files.writeString(file, "new");

    assertThat(reference.resolve()).isEqualTo("new");
  }

  @Test
  void aVariableIsTheProcessOwn() {
    Map.Entry<String, String> any = System.getenv().entrySet().iterator().next();

    assertThat(new SecretReference.EnvironmentVariable(any.getKey()).resolve())
        .isEqualTo(any.getValue());
  }

  @Test
  void whatIsMissingIsNamed() {
    StoppedException variable =
        Stops.of(new SecretReference.EnvironmentVariable("NO_SUCH_VARIABLE")::resolve);
    StoppedException file = Stops.of(new SecretReference.SecretFile("/no/such/file")::resolve);

    assertThat(variable.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(variable).hasMessageContaining("NO_SUCH_VARIABLE");
    assertThat(file.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(file).hasMessageContaining("/no/such/file");
  }

  @Test
  @OnH2
  void neitherTextNorBytesNorFailuresOfSettingsHoldTheSecret() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET);
    String url = TestDatabase.empty().url();
    JdbcSettings owner =
        JdbcSettings.pooled(
            url, new Credentials.User("u", new SecretReference.SecretFile(file.toString())));
    owner.requireUsable();
    Path wrong = Files.writeString(folder.resolve("wrong"), SECRET + "-but-wrong");
    JdbcSettings stranger =
        JdbcSettings.pooled(
            url, new Credentials.User("u", new SecretReference.SecretFile(wrong.toString())));

    StoppedException stop = Stops.of(stranger::requireUsable);

    assertThat(stop).hasMessageContaining("refuses the user or the password");
    assertThat(stop).hasStackTraceContaining("Wrong user name or password");
    assertThat(new String(serialized(stop), StandardCharsets.UTF_8)).doesNotContain(SECRET);
    assertThat(stranger.toString()).contains(wrong.toString()).doesNotContain(SECRET);
    assertThat(new String(serialized(stranger), StandardCharsets.UTF_8)).doesNotContain(SECRET);
  }

  private static byte[] serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }
}
