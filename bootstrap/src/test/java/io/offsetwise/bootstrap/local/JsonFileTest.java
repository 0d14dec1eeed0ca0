package io.offsetwise.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

  private static final ServicesState STATE =
      new ServicesState(
          new ServiceProcess(7, 8),
          new LocalAddresses("k:1", LocalDatabaseKind.H2, "jdbc:h2:x", 2));

  @TempDir private Path folder;

  private JsonFile<ServicesState> file;

  @BeforeEach
  void inAFolder() {
    file = new JsonFile<>(folder.resolve("services.json"), ServicesState.class);
  }

  @Test
  void readsWhatWasWritten() {
    file.write(new ServicesState(new ServiceProcess(1, 1), STATE.addresses()));
    file.write(STATE);

    assertThat(file.read()).contains(STATE);
    assertThat(folder).isDirectoryContaining("glob:**services.json");
  }

  @Test
  void isEmptyWhenThereIsNoFile() {
    file.delete();

    assertThat(file.read()).isEmpty();
  }

  @Test
  void isEmptyWhenTheFileIsAnotherVersions() throws Exception {
    Files.writeString(file.path(), "{\"pid\": 7}");

    assertThat(file.read()).isEmpty();
  }

  @Test
  void saysWhatCannotBeWritten() {
    JsonFile<ServicesState> nowhere =
        new JsonFile<>(folder.resolve("absent").resolve("x.json"), ServicesState.class);

    assertThatThrownBy(() -> nowhere.write(STATE))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("x.json cannot be written");
  }
}
