package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jars of this module: the program, which cannot be made to halt and has no job of its own, the
 * samples, and the laboratory.
 */
class JarsIT {

  private static final Path PROGRAM = Path.of("target", "offsetwise.jar").toAbsolutePath();
  private static final Path LABORATORY =
      PROGRAM.resolveSibling("offsetwise-laboratory.jar").toAbsolutePath();

  private static final Path SAMPLES =
      PROGRAM.resolveSibling("offsetwise-samples.jar").toAbsolutePath();

  private static final String CLASSES = "io/offsetwise/bootstrap/laboratory/";
  private static final String SAMPLE_CLASSES = "io/offsetwise/bootstrap/sample/";
  private static final String JOBS = "META-INF/services/io.offsetwise.bootstrap.job.Job";
  private static final String VERBS = "META-INF/services/io.offsetwise.bootstrap.command.AddedVerb";

  private static final String SAMPLE_VERBS =
      "META-INF/services/io.offsetwise.bootstrap.command.SampleVerb";

  @TempDir private Path folder;

  @Test
  void theProgramHoldsNothingOfTheOthers() throws Exception {
    assertThat(files(PROGRAM))
        .contains("io/offsetwise/bootstrap/Main.class", "reference.conf")
        .noneMatch(file -> file.startsWith(CLASSES) || file.startsWith(SAMPLE_CLASSES))
        .doesNotContain(VERBS, SAMPLE_VERBS, JOBS);
  }

  @Test
  void theSamplesHoldNothingElse() throws Exception {
    assertThat(files(SAMPLES))
        .contains(JOBS, SAMPLE_VERBS, SAMPLE_CLASSES + "wallet/migrations/V1__wallet.sql")
        .allMatch(file -> file.startsWith(SAMPLE_CLASSES) || file.startsWith("META-INF/"))
        .noneMatch(JarsIT::isOfAProof);
  }

  @Test
  void theLaboratoryHoldsNothingElse() throws Exception {
    assertThat(files(LABORATORY))
        .contains(VERBS, CLASSES + "halt/HaltingPoints.class")
        .allMatch(
            file -> file.startsWith(CLASSES) || isOfAProof(file) || file.startsWith("META-INF/"));
  }

  private static boolean isOfAProof(String file) {
    return file.startsWith(SAMPLE_CLASSES) && file.contains("/proof/");
  }

  @Test
  void withoutTheOtherJarsThereIsNoVerbAndNoJob() throws Exception {
    Path alone = Files.copy(PROGRAM, folder.resolve("offsetwise.jar"));
    Path libraries = PROGRAM.resolveSibling("lib");
    Files.createSymbolicLink(folder.resolve("lib"), libraries);

    Program.Ended ended = run(alone, "prove");
    Program.Ended sample = run(alone, "words");
    Program.Ended jobless = run(alone, "config", "check");

    Files.delete(folder.resolve("lib")); // JUnit does not like to delete links out of its folder
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("Unmatched argument at index 0: 'prove'");
    assertThat(sample.err()).contains("Unmatched argument at index 0: 'words'");
    assertThat(jobless.exitCode()).isEqualTo(3);
    assertThat(jobless.err()).contains("job.kind = wallet", "no job is on the class path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prove", "words"})
  void besideTheJarsThereAreTheirVerbs(String verb) throws Exception {
    Program.Ended ended = run(PROGRAM, verb, "--help");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("Usage: offsetwise " + verb);
  }

  private Program.Ended run(Path jar, String... words) throws Exception {
    Program program = new Program(folder);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
    command.addAll(List.of(words));
    return Program.end(program.start(command));
  }

  private static List<String> files(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }
}
