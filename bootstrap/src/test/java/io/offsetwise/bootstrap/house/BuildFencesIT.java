package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build itself says no: each fence of the poms is broken once, in a copy of them. */
class BuildFencesIT {

  private static final String STRANGER =
      "<dependency><groupId>org.example</groupId><artifactId>stranger</artifactId>"
          + "<version>1</version></dependency>";

  private static final String GOOD_CLASS =
      """
      package io.offsetwise.domain;

      /** Nothing is wrong with this. */
      record Good(long offset) {}
      """;

  @TempDir private Path folder;

  private ScratchBuild build;

  @BeforeEach
  void copyThePoms() throws IOException {
    build = ScratchBuild.copyOf(Repository.root(), folder);
    build.write("domain/src/main/java/io/offsetwise/domain/Good.java", GOOD_CLASS);
  }

  @Test
  void letsGoodCodePass() throws Exception {
    ScratchBuild.Outcome outcome = build.run("compile", "-pl", "domain");

    assertThat(outcome.passed()).as(outcome.output()).isTrue();
  }

  @Test
  void domainDependsOnNothing() throws Exception {
    build.edit("domain/pom.xml", "<dependencies>", "<dependencies>" + STRANGER);

    assertRefused(build.run("validate", "-pl", "domain"), "The domain depends on nothing");
  }

  @Test
  void applicationDependsOnTheDomainOnly() throws Exception {
    build.edit("application/pom.xml", "<dependencies>", "<dependencies>" + STRANGER);

    assertRefused(
        build.run("validate", "-pl", "application", "-am"),
        "The application depends on the domain");
  }

  @Tag("full")
  @Test
  void kafkaClientsStayBelow4() throws Exception {
    build.edit("pom.xml", "<kafka.version>3", "<kafka.version>4");

    assertRefused(
        build.run("validate", "-pl", "adapters-kafka", "-am"), "The Spark connector calls");
  }

  @Tag("full")
  @Test
  void logsThroughOneBackend() throws Exception {
    build.edit(
        "adapters-storage/pom.xml",
        "<dependencies>",
        "<dependencies>"
            + STRANGER.replace("org.example", "org.slf4j").replace("stranger", "slf4j-reload4j"));

    assertRefused(
        build.run("validate", "-pl", "adapters-storage", "-am"), "There is one logging backend");
  }

  @Tag("full")
  @Test
  void scalaIs212() throws Exception {
    build.edit(
        "adapters-spark/pom.xml",
        "<dependencies>",
        "<dependencies>" + STRANGER.replace("stranger", "spark-stranger_2.13"));

    assertRefused(
        build.run("validate", "-pl", "adapters-spark", "-am"), "Everything Scala is 2.12 here");
  }

  @Tag("full")
  @Test
  void formatIsChecked() throws Exception {
    build.edit("domain/src/main/java/io/offsetwise/domain/Good.java", "(long", "( long");

    assertRefused(build.run("validate", "-pl", "domain"), "spotless:apply");
  }

  @Tag("full")
  @Test
  void compilerWarningsAreErrors() throws Exception {
    build.edit("domain/src/main/java/io/offsetwise/domain/Good.java", "long", "java.util.List");

    assertRefused(build.run("compile", "-pl", "domain"), "warnings found and -Werror specified");
  }

  @Test
  void errorProneIsOn() throws Exception {
    build.edit(
        "domain/src/main/java/io/offsetwise/domain/Good.java",
        "{}",
        """
        {
          void check() {
            new IllegalStateException("never thrown");
          }
        }\
        """);

    assertRefused(build.run("compile", "-pl", "domain"), "[DeadException]");
  }

  private static void assertRefused(ScratchBuild.Outcome outcome, String reason) {
    assertThat(outcome.passed()).as(outcome.output()).isFalse();
    assertThat(outcome.output()).contains(reason);
  }
}
