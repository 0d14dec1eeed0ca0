package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/offsetwise}, the part of the program that is written for a shell. */
class LauncherScriptIT {

  private static final Path SCRIPT = Path.of("..", "bin", "offsetwise").toAbsolutePath();
  private static final Map<String, String> NO_JAVA =
      Map.of("PATH", "", "JAVA_HOME", "", "OFFSETWISE_JVM_FOLDERS", "");

  @TempDir private Path folder;

  private Program program;

  @BeforeEach
  void inAFolder() {
    program = new Program(folder);
  }

  @Test
  void runsTheProgramThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("ow"), SCRIPT.normalize());

    Program.Ended ended = Program.end(program.start(List.of(link.toString(), "--version")));
    Files.delete(link); // JUnit does not like to delete links that lead out of its folder

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("offsetwise ");
  }

  @Test
  void handsExitCodesOn() throws Exception {
    assertThat(run(Map.of(), "config", "check", "-Djob.scope=row").exitCode()).isEqualTo(3);
  }

  @Test
  void saysInOneSentenceWhichJavaIsTooOld() throws Exception {
    Path java = java("openjdk version \\\"11.0.2\\\" 2019-01-15");

    Program.Ended ended =
        run(
            Map.of("PATH", "", "JAVA_HOME", jdkOf(java).toString(), "OFFSETWISE_JVM_FOLDERS", ""),
            "--version");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            "offsetwise: Java 17 or newer is needed, and none was found ("
                + java
                + " is 11); install a JDK 17 or set JAVA_HOME\n");
  }

  @Test
  void saysInOneSentenceThatThereIsNoJava() throws Exception {
    Program.Ended ended = run(NO_JAVA, "--version");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err())
        .isEqualTo(
            "offsetwise: Java 17 or newer is needed, and none was found (no java at all); install a"
                + " JDK 17 or set JAVA_HOME\n");
  }

  @Test
  void passesOverAnOldJavaHomeWhenThePathHasABetterOne() throws Exception {
    Path old = java("java version \\\"1.8.0_402\\\"");

    Program.Ended ended =
        run(
            Map.of(
                "PATH",
                Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin",
                "JAVA_HOME",
                jdkOf(old).toString()),
            "--version");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, false", "21.0.2, false", "25.0.3, true"})
  void keepsANewJavaQuietAboutUnsafe(String release, boolean told) throws Exception {
    Path java = java("openjdk version \\\"" + release + "\\\"");

    Program.Ended ended = run(Map.of("JAVA_HOME", jdkOf(java).toString()), "--version");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).endsWith("--version\n");
    assertThat(ended.out().contains("--sun-misc-unsafe-memory-access=allow")).isEqualTo(told);
  }

  private Program.Ended run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("/bin/bash", SCRIPT.normalize().toString()));
    command.addAll(List.of(args));
    return Program.end(program.start(command));
  }

  /** A java that says only what it is, and what it was told. */
  private Path java(String version) throws IOException {
    Path java = folder.resolve("jdk").resolve("bin").resolve("java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\necho \"" + version + "\" >&2\necho \"$*\"\n");
    return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path jdkOf(Path java) {
    return java.getParent().getParent();
  }
}
