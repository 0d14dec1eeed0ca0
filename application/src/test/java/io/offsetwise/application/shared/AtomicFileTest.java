package io.offsetwise.application.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void replacesTheWholeContent() throws IOException {
    AtomicFile file = new AtomicFile(folder.resolve("a.json"));

    file.write("a long one".getBytes(UTF_8));
    file.write("short".getBytes(UTF_8));

    assertThat(file.path()).hasContent("short");
    assertThat(folder).isDirectoryNotContaining("glob:**.written");
  }

  @Test
  void isNotHurtByWhatADeadWriterLeft() throws IOException {
    AtomicFile file = new AtomicFile(folder.resolve("a.json"));
    Files.writeString(folder.resolve("a.json.written"), "half of something lon");

    file.write("short".getBytes(UTF_8));

    assertThat(file.path()).hasContent("short");
  }

  @Test
  void keepsTheFormerContentWhenItCannotBeReplaced() throws IOException {
    AtomicFile file = new AtomicFile(folder.resolve("a.json"));
    file.write("former".getBytes(UTF_8));
    Files.createDirectory(folder.resolve("a.json.written")); // in the way

    assertThatThrownBy(() -> file.write("new".getBytes(UTF_8))).isInstanceOf(IOException.class);

    assertThat(file.path()).hasContent("former");
  }

  @Test
  void leavesNothingOfWhatEndsInTheMiddle() throws IOException {
    AtomicFile file = new AtomicFile(folder.resolve("a.json"));
    file.write("former".getBytes(UTF_8));

    assertThatThrownBy(
            () ->
                file.write(
                    out -> {
                      out.write("half".getBytes(UTF_8));
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");

    assertThat(file.path()).hasContent("former");
    assertThat(folder).isDirectoryNotContaining("glob:**.written");
  }
}
