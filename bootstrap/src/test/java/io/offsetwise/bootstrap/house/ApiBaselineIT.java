package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is public is held against a release, in a copy that is a domain of one class. */
@Tag("alone")
class ApiBaselineIT {

  private static final Duration BOUND = Duration.ofMinutes(10);
  private static final String SOURCE = "domain/src/main/java/io/offsetwise/domain/Good.java";
  private static final String METHOD = "  void second();\n";

  private static final List<String> MODULES =
      List.of(
          ".",
          "domain",
          "application",
          "adapters-kafka",
          "adapters-spark",
          "adapters-storage",
          "bootstrap");

  @TempDir private Path folder;

  private ScratchBuild build;
  private LinkedRepository repository;

  @BeforeEach
  void release() throws Exception {
    repository = LinkedRepository.without("io.offsetwise", folder.resolve("repository"));
    build = ScratchBuild.copyOf(Repository.root(), folder.resolve("checkout"));
    build.write(
        SOURCE,
        """
        package io.offsetwise.domain;

        public interface Good {
          void first();

          void second();
        }
        """);
    version("0.1.0-SNAPSHOT", "0.9.0");
    ScratchBuild.Outcome installed = maven("install", "-pl", "domain,."); // a parent comes along
    assertThat(installed.passed()).as(installed.output()).isTrue();
  }

  @AfterEach
  void unlink() throws IOException {
    repository.unlink();
  }

  @Test
  void aPatchThatChangesNothingPasses() throws Exception {
    version("0.9.0", "0.9.1");

    ScratchBuild.Outcome outcome = compared();

    assertThat(outcome.passed()).as(outcome.output()).isTrue();
  }

  @Test
  void aPatchThatRemovesAMethodIsRefused() throws Exception {
    version("0.9.0", "0.9.1");
    build.edit(SOURCE, METHOD, "");

    ScratchBuild.Outcome outcome = compared();

    assertThat(outcome.passed()).as(outcome.output()).isFalse();
    assertThat(outcome.output()).contains("a patch change but binary incompatible changes found");
  }

  @Test
  void theNextMajorVersionMayRemoveIt() throws Exception {
    version("0.9.0", "1.0.0");
    build.edit(SOURCE, METHOD, "");

    ScratchBuild.Outcome outcome = compared();

    assertThat(outcome.passed()).as(outcome.output()).isTrue();
  }

  private void version(String before, String after) throws IOException {
    for (String module : MODULES) {
      build.edit(
          module + "/pom.xml",
          "<version>" + before + "</version>",
          "<version>" + after + "</version>");
    }
  }

  private ScratchBuild.Outcome compared() throws Exception {
    return maven("package", "-pl", "domain", "-Dapi.baseline=0.9.0");
  }

  private ScratchBuild.Outcome maven(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("-Dspotless.check.skip");
    all.add("-Dmaven.repo.local=" + repository.folder());
    return build.runConnected(BOUND, all.toArray(String[]::new));
  }
}
