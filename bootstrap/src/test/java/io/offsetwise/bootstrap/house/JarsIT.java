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

/** The two jars of this module: the program, which cannot be made to halt, and the laboratory. */
class JarsIT {

  private static final Path PROGRAM = Path.of("target", "offsetwise.jar").toAbsolutePath();
  private static final Path LABORATORY =
      PROGRAM.resolveSibling("offsetwise-laboratory.jar").toAbsolutePath();

  private static final String CLASSES = "io/offsetwise/bootstrap/laboratory/";
  private static final String VERBS = "META-INF/services/io.offsetwise.bootstrap.command.AddedVerb";

  @TempDir private Path folder;

  @Test
  void theProgramHoldsNothingOfTheLaboratory() throws Exception {
    assertThat(files(PROGRAM))
        .contains("io/offsetwise/bootstrap/Main.class", "reference.conf")
        .noneMatch(file -> file.startsWith(CLASSES))
        .doesNotContain(VERBS);
  }

  @Test
  void theLaboratoryHoldsNothingElse() throws Exception {
    assertThat(files(LABORATORY))
        .contains(VERBS, CLASSES + "halt/HaltingPoints.class")
        .allMatch(file -> file.startsWith(CLASSES) || file.startsWith("META-INF/"));
  }

  @Test
  void withoutTheJarThereIsNoVerb() throws Exception {
    Path alone = Files.copy(PROGRAM, folder.resolve("offsetwise.jar"));
    Path libraries = PROGRAM.resolveSibling("lib");
    Files.createSymbolicLink(folder.resolve("lib"), libraries);

    Program.Ended ended = run(alone, "prove");

    Files.delete(folder.resolve("lib")); // JUnit does not like to delete links out of its folder
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("Unmatched argument at index 0: 'prove'");
  }

  @Test
  void besideTheJarThereIsOne() throws Exception {
    Program.Ended ended = run(PROGRAM, "prove", "--help");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("Usage: offsetwise prove");
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
