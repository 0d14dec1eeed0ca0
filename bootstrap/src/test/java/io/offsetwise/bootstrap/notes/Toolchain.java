package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK and a Maven that this project is to be built with.
 *
 * @param release of the JDK, such as 17
 * @param mavenVersion of those that the profile {@code alone} fetches
 */
record Toolchain(int release, String mavenVersion) {

  private static final Path MAVENS = Path.of("..", "target", "mavens");
  private static final String FOLDERS = "/usr/lib/jvm /opt/java";

  /** All that the table has, the oldest JDK first. */
  static List<Toolchain> all() {
    return List.of(
        new Toolchain(17, "3.8.9"),
        new Toolchain(17, "4.0.0-rc-4"),
        new Toolchain(21, "3.9.16"),
        new Toolchain(25, "3.9.16"));
  }

  Path maven() {
    return MAVENS.resolve("apache-maven-" + mavenVersion).toAbsolutePath().normalize();
  }

  /** The first JDK of this release on the machine, in the folders that the launcher looks in. */
  Optional<Path> jdk() throws IOException {
    String folders = System.getenv().getOrDefault("OFFSETWISE_JVM_FOLDERS", FOLDERS);
    for (String folder : folders.split(" ", -1)) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> jdks = Files.list(Path.of(folder))) {
          Optional<Path> found = jdks.sorted().filter(this::isIt).findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What a JDK calls itself, such as 17.0.15. */
  static String versionOf(Path jdk) throws IOException {
    Properties release = new Properties();
    try (var in = Files.newInputStream(jdk.resolve("release"))) {
      release.load(in);
    }
    return release.getProperty("JAVA_VERSION").replace("\"", "");
  }

  private boolean isIt(Path jdk) {
    try {
      return Files.isExecutable(jdk.resolve("bin/javac"))
          && Files.exists(jdk.resolve("release"))
          && Runtime.Version.parse(versionOf(jdk)).feature() == release;
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "JDK " + release + ", Maven " + mavenVersion;
  }
}
