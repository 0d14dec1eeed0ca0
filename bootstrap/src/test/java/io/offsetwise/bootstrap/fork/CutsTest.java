package io.offsetwise.bootstrap.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutsTest {

  private static final Path PAGE = Path.of("docs", "page.md");

  @TempDir private Path folder;

  @Test
  void filesAndPartsOfFilesAreLeftOut() throws IOException {
    Cuts cuts =
        cuts(
            """
            files = ["old"]
            parts = [{ file = docs/page.md, from = "two", until = "three", by = "2 " }]
            """);

    assertThat(cuts.isCut(Path.of("old", "file"))).isTrue();
    assertThat(cuts.isCut(Path.of("older"))).isFalse();
    assertThat(cuts.apply(PAGE, "one two three two")).isEqualTo("one 2 three two");
    assertThat(cuts.apply(Path.of("other"), "two three")).isEqualTo("two three");
    cuts.requireAllUsed();
  }

  @Test
  void whatIsNamedAndNotThereIsAnError() throws IOException {
    Cuts cuts =
        cuts(
            """
            files = ["old"]
            parts = [{ file = docs/page.md, from = "two", until = "three" }]
            """);

    assertThatThrownBy(() -> cuts.apply(PAGE, "one two"))
        .hasMessage("docs/page.md has no part from \"two\" until \"three\"");
    assertThatThrownBy(cuts::requireAllUsed)
        .hasMessageContaining("old")
        .hasMessageContaining("two");
  }

  private Cuts cuts(String text) throws IOException {
    return Cuts.in(Files.writeString(folder.resolve("cuts.conf"), text));
  }
}
