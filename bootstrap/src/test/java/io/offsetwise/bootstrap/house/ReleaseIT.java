package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release, built twice from copies in different places, is the same bytes. */
@Tag("alone")
class ReleaseIT {

  private static final Duration BOUND = Duration.ofMinutes(15);
  private static final String SUMS = "SHA256SUMS";

  @TempDir private Path folder;

  @Test
  void twoBuildsAreTheSameBytes() throws Exception {
    Map<String, String> first = release(folder.resolve("one"));
    Map<String, String> second = release(folder.resolve("in").resolve("another place"));

    assertThat(first.keySet())
        .anyMatch(name -> name.matches("domain-.*-sources\\.jar"))
        .anyMatch(name -> name.matches("application-.*-javadoc\\.jar"))
        .anyMatch(name -> name.matches("application-.*-tests\\.jar"))
        .anyMatch(name -> name.matches("offsetwise-.*\\.tar\\.gz"))
        .contains("offsetwise.jar", "offsetwise-cluster.jar", "sbom.json", SUMS);
    assertThat(second).isEqualTo(first);
  }

  /** Builds a release, and returns the sum of each of its files by its name. */
  private static Map<String, String> release(Path place) throws Exception {
    ScratchBuild build = ScratchBuild.copyWithSources(Repository.root(), place);

    ScratchBuild.Outcome outcome =
        build.runConnected(BOUND, "-Prelease", "-DskipTests", "-Dspotless.check.skip", "package");

    assertThat(outcome.passed()).as(outcome.output()).isTrue();
    assertThat(place.resolve("target/apidocs/index.html")).isRegularFile();
    Path release = place.resolve("target/release");
    Map<String, String> sums = sums(release);
    assertThat(Files.readAllLines(release.resolve(SUMS)))
        .containsExactlyElementsOf(
            sums.entrySet().stream()
                .filter(file -> !file.getKey().equals(SUMS))
                .map(file -> file.getValue() + " *" + file.getKey())
                .toList());
    return sums;
  }

  private static Map<String, String> sums(Path release) throws Exception {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.list(release)) {
      for (Path file : files.toList()) {
        sums.put(file.getFileName().toString(), sum(file));
      }
    }
    return sums;
  }

  private static String sum(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
