package io.offsetwise.bootstrap.distribution;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The program as it lies on this machine, in a checkout or in an unpacked package.
 *
 * @param version its version
 * @param jars the folder of its jars, with {@code lib} in it
 * @param home the folder above, with {@code bin} in it
 */
record InstalledProgram(String version, Path jars, Path home) {

  private static final String CLUSTER_JAR = "offsetwise-cluster.jar";
  private static final String LIBRARIES = "lib";
  private static final Path LAUNCHER = Path.of("bin", "offsetwise");

  private static final List<String> JARS =
      List.of("offsetwise.jar", "offsetwise-samples.jar", "offsetwise-laboratory.jar", CLUSTER_JAR);

  private static final List<String> PAGES = List.of("README.md", "LICENSE", "NOTICE");

  /**
   * The one that runs here.
   *
   * @throws StoppedException as {@link #in} does
   */
  static InstalledProgram ofThisProcess() {
    return in(ThisProgram.folder(), ThisProgram.version());
  }

  /**
   * The one whose jars lie in a folder.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the jar for spark-submit is not
   *     there, or no launcher above it
   */
  static InstalledProgram in(Path jars, String version) {
    if (!Files.isRegularFile(jars.resolve(CLUSTER_JAR))) {
      throw StopReason.UNAVAILABLE.because(
          "there is no %s in %s: the program was probably built in part, or copied; run `mvn"
              + " package` in a checkout, or unpack the package again",
          CLUSTER_JAR, jars);
    }
    return new InstalledProgram(version, jars, homeAbove(jars));
  }

  private static Path homeAbove(Path jars) {
    return Stream.iterate(jars.getParent(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve(LAUNCHER)))
        .findFirst()
        .orElseThrow(
            () ->
                StopReason.UNAVAILABLE.because(
                    "there is no %s above %s: the jars were probably copied alone; run it in a"
                        + " checkout or in an unpacked package",
                    LAUNCHER, jars));
  }

  /** The jar for spark-submit. */
  Path clusterJar() {
    return jars.resolve(CLUSTER_JAR);
  }

  /**
   * What a package of it holds.
   *
   * @throws IOException when its libraries are not there
   */
  List<PackagedFile> files() throws IOException {
    List<PackagedFile> files = new ArrayList<>();
    files.add(PackagedFile.program("bin/offsetwise", home.resolve(LAUNCHER)));
    files.add(PackagedFile.text("conf/application.conf", SettingsTemplate.ofThisProgram().text()));
    PAGES.forEach(page -> files.add(PackagedFile.copy(page, home.resolve(page))));
    JARS.forEach(jar -> files.add(PackagedFile.copy("lib/" + jar, jars.resolve(jar))));
    for (Path library : libraries()) {
      files.add(PackagedFile.copy("lib/lib/" + library.getFileName(), library));
    }
    return files;
  }

  private List<Path> libraries() throws IOException {
    try (Stream<Path> libraries = Files.list(jars.resolve(LIBRARIES))) {
      return libraries.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }
}
