package io.offsetwise.bootstrap.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {

  @TempDir private Path home;

  @Test
  void isMadeWithTheFoldersAbove() {
    Path place = home.resolve("a").resolve("b");

    new NewFolder(place).make(folder -> Files.writeString(folder.resolve("file"), "text"));

    assertThat(place.resolve("file")).hasContent("text");
    assertThat(home.resolve("a")).isDirectoryNotContaining("glob:**/.b*");
  }

  @Test
  void takesThePlaceOfAnEmptyOne() throws IOException {
    Path place = Files.createDirectory(home.resolve("empty"));

    new NewFolder(place).make(folder -> Files.writeString(folder.resolve("file"), "text"));

    assertThat(place.resolve("file")).hasContent("text");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "mine");

    assertThatThrownBy(() -> new NewFolder(home))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(home + " is there and not empty");
    assertThatThrownBy(() -> new NewFolder(file)).isInstanceOf(IllegalArgumentException.class);
    assertThat(file).hasContent("mine");
  }

  @Test
  void nothingIsLeftOfOneThatFails() {
    Path place = home.resolve("failing");

    assertThatThrownBy(
            () ->
                new NewFolder(place)
                    .make(
                        folder -> {
                          Files.writeString(folder.resolve("half"), "written");
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("failing cannot be written (java.io.IOException: No space left")
        .extracting("reason")
        .isEqualTo(StopReason.UNAVAILABLE);
    assertThat(home).isEmptyDirectory();
  }
}
