package io.offsetwise.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryFolderTest {

  @TempDir private Path folder;

  @Test
  void oneThatServesIsLeftAsItWas() {
    new TemporaryFolder(folder).requireUsable();

    assertThat(folder).isEmptyDirectory();
  }

  /** Linux keeps no files in {@code /proc}, and executes nothing of a device. */
  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @ValueSource(strings = {"/does/not/exist", "/proc", "/dev/null"})
  void oneThatDoesNotIsNamed(Path unusable) {
    assertThatThrownBy(() -> new TemporaryFolder(unusable).requireUsable())
        .isInstanceOfSatisfying(
            StoppedException.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasMessageStartingWith("the temporary folder " + unusable + " cannot be used (")
        .hasMessageContaining("JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
  }
}
