package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users start must run with the tools and the bash of macOS; {@code .ci/run} need not. */
class PortableScriptsTest {

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(Repository.root().resolve("bin"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void needNothingOfGnuAndNoNewBash(Path script) throws IOException {
    assertThat(Files.readAllLines(script))
        .allSatisfy(line -> assertThat(Unportable.of(line)).as(line).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUnportableIsFound(Unportable unportable) {
    assertThat(Unportable.of(unportable.example())).contains(unportable);
  }

  @Test
  void aCommentMaySayAnything() {
    assertThat(Unportable.of("  # no readlink -f on macOS")).isEmpty();
  }
}
