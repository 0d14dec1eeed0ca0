package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.cluster.SparkDistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the jar for spark-submit, which lands among the jars of a Spark distribution. */
class ClusterJarIT {

  private static final long LARGEST_BYTES = 20L << 20;

  private static Set<String> jar;
  private static SparkDistribution spark;

  @BeforeAll
  static void read(@TempDir Path folder) throws IOException {
    jar = files(SparkDistribution.CLUSTER_JAR);
    spark = SparkDistribution.in(folder.resolve("spark"));
  }

  @Test
  void noClassIsInSparksDistributionToo() throws IOException {
    Set<String> twice = new TreeSet<>();
    for (Path ofSpark : spark.jars()) {
      files(ofSpark).stream()
          .filter(ClusterJarIT::isClass)
          .filter(jar::contains)
          .forEach(twice::add);
    }

    assertThat(twice).isEmpty();
  }

  @Test
  void whatOthersBringInOtherVersionsIsMovedIntoThisProject() {
    assertThat(jar).filteredOn(file -> isClass(file) && !isOurs(file)).isEmpty();
    assertThat(jar)
        .contains(
            "io/offsetwise/relocated/com/google/common/collect/ImmutableList.class",
            "io/offsetwise/relocated/com/google/inject/Guice.class",
            "io/offsetwise/relocated/com/zaxxer/hikari/HikariDataSource.class",
            "io/offsetwise/relocated/com/typesafe/config/Config.class");
  }

  @Test
  void theConnectorAndTheSamplesAreInIt() {
    assertThat(jar)
        .contains(
            "org/apache/spark/streaming/kafka010/KafkaUtils.class",
            "org/apache/kafka/clients/consumer/KafkaConsumer.class",
            "io/offsetwise/bootstrap/Main.class",
            "io/offsetwise/bootstrap/sample/wallet/WalletJob.class",
            "io/offsetwise/bootstrap/sample/wallet/migrations/V1__wallet.sql",
            "META-INF/services/io.offsetwise.bootstrap.job.Job");
  }

  @Test
  void noServerAndNoLaboratoryIsInIt() {
    assertThat(jar)
        .noneMatch(file -> file.startsWith("io/offsetwise/bootstrap/laboratory/"))
        .noneMatch(file -> file.contains("/proof/"))
        .noneMatch(file -> file.startsWith("org/h2/"))
        .noneMatch(file -> file.startsWith("kafka/") && isClass(file))
        .noneMatch(file -> file.startsWith("io/zonky/"))
        .doesNotContain("log4j2.properties");
  }

  /** Through it, what lies beside the jar would come along wherever it is started. */
  @Test
  void itNamesNoOtherJar() throws IOException {
    try (JarFile file = new JarFile(SparkDistribution.CLUSTER_JAR.toFile())) {
      assertThat(file.getManifest().getMainAttributes())
          .containsEntry(Name.MAIN_CLASS, "io.offsetwise.bootstrap.Main")
          .doesNotContainKey(Name.CLASS_PATH);
    }
  }

  @Test
  void itIsSmallEnoughToBeSentToEveryExecutor() {
    assertThat(SparkDistribution.CLUSTER_JAR.toFile().length()).isLessThan(LARGEST_BYTES);
  }

  private static boolean isOurs(String file) {
    return List.of(
            "io/offsetwise/",
            "org/apache/kafka/",
            "org/apache/spark/streaming/kafka010/",
            "org/apache/spark/kafka010/",
            "org/flywaydb/",
            "org/jdbi/",
            "org/postgresql/")
        .stream()
        .anyMatch(file::startsWith);
  }

  private static boolean isClass(String file) {
    return file.endsWith(".class") && !file.startsWith("META-INF/");
  }

  private static Set<String> files(Path path) throws IOException {
    try (JarFile file = new JarFile(path.toFile())) {
      Collection<String> names =
          file.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
      return new HashSet<>(names);
    }
  }
}
