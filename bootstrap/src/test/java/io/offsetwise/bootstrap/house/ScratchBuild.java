package io.offsetwise.bootstrap.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of this checkout, or of its poms alone, that may be broken and built.
 *
 * @param folder of the copy
 * @param maven the command that builds it
 * @param java the folder of the JDK that it is built with
 */
public record ScratchBuild(Path folder, String maven, Path java) {

  /** How a build ended, and what it said. */
  public record Outcome(boolean passed, String output) {}

  /** A copy of the poms, without the sources. */
  static ScratchBuild copyOf(Path root, Path folder) throws IOException {
    try (Stream<Path> all = Files.find(root, 2, (file, attributes) -> belongsToTheBuild(file))) {
      return copyOf(all.toList(), root, folder);
    }
  }

  /** A copy of all that the build reads, and of the pages. */
  public static ScratchBuild copyWithSources(Path root, Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return copyOf(
          all.filter(Files::isRegularFile)
              .filter(file -> belongsToTheSources(root.relativize(file).toString()))
              .toList(),
          root,
          folder);
    }
  }

  private static ScratchBuild copyOf(List<Path> files, Path root, Path folder) throws IOException {
    for (Path file : files) {
      Path copy = folder.resolve(root.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return new ScratchBuild(folder, mavenOfThisBuild(), Path.of(System.getProperty("java.home")));
  }

  private static boolean belongsToTheSources(String file) {
    return file.matches(
        "[\\w-]+/src/.*|(docs|bin|brokers|\\.mvn|\\.ci)/.*|([\\w-]+/)?pom\\.xml|\\w+\\.md|LICENSE|NOTICE");
  }

  private static boolean belongsToTheBuild(Path file) {
    return file.endsWith("pom.xml") || file.endsWith(".mvn/jvm.config");
  }

  /** The same copy, built with other tools. */
  public ScratchBuild with(Path otherMaven, Path otherJava) {
    return new ScratchBuild(folder, otherMaven.resolve("bin/mvn").toString(), otherJava);
  }

  /** Writes a file. */
  public void write(String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }

  /** Replaces the first occurrence; that there is one is part of what a test relies on. */
  public void edit(String file, String before, String after) throws IOException {
    Path target = folder.resolve(file);
    String text = Files.readString(target);
    int at = text.indexOf(before);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not contain " + before);
    }
    Files.writeString(target, text.substring(0, at) + after + text.substring(at + before.length()));
  }

  /** Deletes a file, or a folder with all that is in it; that it is there is part of the test. */
  public void delete(String file) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(file))) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(Duration.ofMinutes(2), arguments);
  }

  /** Runs Maven offline, which may take as long as {@code bound}. */
  public Outcome run(Duration bound, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("-o"));
    all.addAll(List.of(arguments));
    return runConnected(bound, all.toArray(String[]::new));
  }

  /** The same, which may fetch what a profile needs. */
  public Outcome runConnected(Duration bound, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(maven, "-B", "-ntp", "-Dstyle.color=never"));
    // The copy asks no registry, so it must not care from which one a jar once came.
    command.add("-Dmaven.legacyLocalRepo=true");
    String localRepository = System.getProperty("maven.repo.local");
    if (localRepository != null) {
      command.add("-Dmaven.repo.local=" + localRepository);
    }
    command.addAll(List.of(arguments));

    File output = folder.resolve("output.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().put("JAVA_HOME", java.toString());
    // A build of seconds: compiling Maven itself well would cost most of them.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = builder.start();
    try {
      if (!process.waitFor(bound.toSeconds(), SECONDS)) {
        throw new IllegalStateException("still running after " + bound + ": " + command);
      }
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue() == 0, Files.readString(output.toPath(), UTF_8));
  }

  private static String mavenOfThisBuild() {
    String home = System.getProperty("maven.home");
    return home == null ? "mvn" : Path.of(home, "bin", "mvn").toString();
  }
}
