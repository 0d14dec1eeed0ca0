package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maven settles conflicts without a word; here stands what must have come out of it. */
class ClassPathTest {

  private static ClassPath path;

  @BeforeAll
  static void readPath() throws IOException {
    path = ClassPath.ofThisTest();
  }

  @Test
  void allOfSparkHasOneVersionAndOneScala() {
    assertThat(path.jars())
        .extracting(ClassPath.Jar::artifact)
        .contains("spark-core_2.12", "spark-streaming_2.12", "spark-streaming-kafka-0-10_2.12");
    assertThat(path.versionsOf("spark-.*")).hasSize(1);
    assertThat(path.versionsOf(".*_2\\.13")).isEmpty();
    assertThat(path.versionsOf("scala-library")).singleElement().asString().startsWith("2.12.");
  }

  @Test
  void kafkaIsWhatTheConnectorCanCall() {
    assertThat(path.majorVersionsOf("kafka-clients")).containsExactly(3);
    assertThat(path.versionsOf("kafka-(clients|raft|metadata)|kafka_2\\.12")).hasSize(1);
  }

  @Test
  void loggingHasOneApiAndOneBackend() throws IOException {
    assertThat(path.majorVersionsOf("slf4j-api")).containsExactly(2);
    assertThat(providersOf("org.slf4j.spi.SLF4JServiceProvider")).hasSize(1);
    assertThat(path.versionsOf("commons-logging|log4j|reload4j|slf4j-log4j12|slf4j-reload4j"))
        .isEmpty();
  }

  @Test
  void guavaIsNewEnoughForGuice() {
    assertThat(path.majorVersionsOf("guava"))
        .singleElement()
        .satisfies(major -> assertThat(major).isGreaterThanOrEqualTo(31));
  }

  @Test
  void familiesAreNotMixed() {
    assertThat(path.versionsOf("jackson-.*")).hasSize(1);
    assertThat(path.versionsOf("hadoop-client-.*")).hasSize(1);
    assertThat(path.versionsOf("netty-(all|buffer|codec|common|handler|transport)")).hasSize(1);
    assertThat(path.versionsOf("metrics-(jvm|json|jmx|graphite)")).hasSize(1);
  }

  @Test
  void readsNamesAsMavenWritesThem() {
    ClassPath mixed =
        new ClassPath(
            Stream.of(
                    "file:/lib/spark-core_2.12-3.5.5.jar!/META-INF/MANIFEST.MF",
                    "file:/lib/spark-streaming-kafka-0-10_2.12-3.5.4.jar!/META-INF/MANIFEST.MF",
                    "file:/lib/log4j-1.2-api-2.20.0.jar!/META-INF/MANIFEST.MF",
                    "file:/lib/guava-16.0.1.jar!/META-INF/MANIFEST.MF")
                .map(ClassPath.Jar::of)
                .toList());

    assertThat(mixed.versionsOf("spark-.*")).containsExactly("3.5.5", "3.5.4");
    assertThat(mixed.versionsOf("log4j")).isEmpty();
    assertThat(mixed.majorVersionsOf("guava")).containsExactly(16);
  }

  private static List<?> providersOf(String service) throws IOException {
    return Collections.list(
        ClassPathTest.class.getClassLoader().getResources("META-INF/services/" + service));
  }
}
