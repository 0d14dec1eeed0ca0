package io.offsetwise.bootstrap.house;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jars of a class path, by artifact and version. */
record ClassPath(List<Jar> jars) {

  /** One jar: {@code spark-core_2.12-3.5.5.jar} is version 3.5.5 of spark-core_2.12. */
  record Jar(String artifact, String version) {

    private static final Pattern NAME =
        Pattern.compile("(?:.*/)?([^/]+)-(\\d+\\.[^/]*)\\.jar(?:!.*)?");

    static Jar of(String address) {
      Matcher name = NAME.matcher(address);
      return name.matches() ? new Jar(name.group(1), name.group(2)) : new Jar(address, "");
    }

    int major() {
      return Integer.parseInt(version.replaceFirst("\\D.*", ""));
    }
  }

  /**
   * What this test runs with. Manifests are asked for, since surefire may hide the path itself in
   * one.
   */
  static ClassPath ofThisTest() throws IOException {
    ClassLoader loader = ClassPath.class.getClassLoader();
    return new ClassPath(
        Collections.list(loader.getResources("META-INF/MANIFEST.MF")).stream()
            .map(URL::getPath)
            .filter(path -> path.contains(".jar!"))
            .map(Jar::of)
            .toList());
  }

  /** The versions of the artifacts whose names match, each once. */
  List<String> versionsOf(String artifactPattern) {
    return jars.stream()
        .filter(jar -> jar.artifact().matches(artifactPattern))
        .map(Jar::version)
        .distinct()
        .toList();
  }

  /** The major versions of the artifacts whose names match, each once. */
  List<Integer> majorVersionsOf(String artifactPattern) {
    return jars.stream()
        .filter(jar -> jar.artifact().matches(artifactPattern))
        .map(Jar::major)
        .distinct()
        .toList();
  }
}
